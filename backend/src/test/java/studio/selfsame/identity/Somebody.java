package studio.selfsame.identity;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.jayway.jsonpath.JsonPath;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import studio.selfsame.SignedIn;

/** A person nobody has seen before, signed in a moment ago. */
record Somebody(MockMvc http, String subject, RequestPostProcessor who, PersonId id) {
    static Somebody creator(MockMvc http) throws Exception {
        return as(http, Person.Role.CREATOR);
    }

    static Somebody as(MockMvc http, Person.Role role) throws Exception {
        var subject = UUID.randomUUID().toString();
        var who = SignedIn.as(subject, role);
        var me =
                http.perform(get("/api/me").with(who)).andReturn().getResponse().getContentAsString();
        return new Somebody(http, subject, who, new PersonId(UUID.fromString(JsonPath.read(me, "$.personId"))));
    }

    ResultActions sends(String path, String json) throws Exception {
        return http.perform(
                post(path).with(who).contentType(MediaType.APPLICATION_JSON).content(json));
    }

    ResultActions sees(String path) throws Exception {
        return http.perform(get(path).with(who));
    }

    String answer(ResultActions actions) throws Exception {
        return actions.andReturn().getResponse().getContentAsString();
    }
}
