package studio.selfsame.release;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import studio.selfsame.identity.Passkeys;
import studio.selfsame.identity.SoftPasskey;
import tools.jackson.databind.json.JsonMapper;

/** What people do with releases over HTTP. */
class Play {
    private final MockMvc http;
    private final Cast cast;

    Play(MockMvc http, Cast cast) {
        this.http = http;
        this.cast = cast;
    }

    ResultActions read(Actor who, String path, Object... variables) throws Exception {
        return http.perform(get(path, variables).with(who.signIn()));
    }

    ResultActions send(Actor who, String body, String path, Object... variables) throws Exception {
        return http.perform(post(path, variables)
                .with(who.signIn())
                .contentType(MediaType.APPLICATION_JSON)
                .content(body));
    }

    ResultActions redraft(Actor who, UUID release, Drafted draft) throws Exception {
        return http.perform(put("/api/releases/{id}/draft", release)
                .with(who.signIn())
                .contentType(MediaType.APPLICATION_JSON)
                .content(draft.json()));
    }

    ResultActions draft(Actor who, Drafted draft) throws Exception {
        return send(who, draft.json(), "/api/organisations/{id}/releases", cast.organisation);
    }

    /** A draft that names the talent's likeness, so that both are bound to it at once. */
    UUID drafted(Drafted draft) throws Exception {
        var answer = draft(cast.rightsManager, draft.with("likeness", cast.likeness.value()))
                .andExpect(status().isCreated());
        return id(answer);
    }

    /** The same about somebody else, of whom the cast knows nothing. */
    UUID drafted(Actor talent) throws Exception {
        var draft = Drafted.rider().with("likeness", cast.likenessOf(talent).value());
        return id(draft(cast.rightsManager, draft).andExpect(status().isCreated()));
    }

    ResultActions begin(Actor who, UUID release) throws Exception {
        return send(who, "{}", "/api/releases/{id}/signing", release);
    }

    /** What the person's passkey answers to a ceremony of theirs. */
    Passkeys.Assertion answer(Actor who, UUID release) throws Exception {
        var begun = body(begin(who, release).andExpect(status().isOk()));
        return who.passkey().sign(ceremony(begun));
    }

    ResultActions signForStudio(Actor who, UUID release, Passkeys.Assertion assertion) throws Exception {
        return send(
                who,
                "{\"assertion\": " + SoftPasskey.json(assertion) + "}",
                "/api/releases/{id}/studio-signature",
                release);
    }

    ResultActions countersign(Actor who, UUID release, Passkeys.Assertion assertion) throws Exception {
        return send(
                who,
                "{\"read\": true, \"assertion\": " + SoftPasskey.json(assertion) + "}",
                "/api/releases/{id}/countersignature",
                release);
    }

    void offer(UUID release) throws Exception {
        signForStudio(cast.rightsManager, release, answer(cast.rightsManager, release))
                .andExpect(status().isOk());
    }

    void agree(UUID release) throws Exception {
        offer(release);
        countersign(cast.talent, release, answer(cast.talent, release)).andExpect(status().isOk());
    }

    UUID agreed(Drafted draft) throws Exception {
        var release = drafted(draft);
        agree(release);
        return release;
    }

    UUID asked(UUID release, String script) throws Exception {
        return id(send(cast.producer, Drafted.use(script), "/api/releases/{id}/uses", release)
                .andExpect(status().isCreated()));
    }

    ResultActions decide(Actor who, UUID release, UUID use, boolean approved) throws Exception {
        return send(
                who,
                "{\"approved\": " + approved + ", \"note\": \"As in the script of 3 March.\"}",
                "/api/releases/{id}/uses/{use}/decision",
                release,
                use);
    }

    ResultActions suspend(Actor who, UUID release, String reason) throws Exception {
        return send(who, "{\"reason\": \"" + reason + "\"}", "/api/releases/{id}/suspension", release);
    }

    ResultActions revoke(Actor who, UUID release) throws Exception {
        return send(who, "{}", "/api/releases/{id}/revocation", release);
    }

    static UUID id(ResultActions answer) throws Exception {
        return UUID.fromString(JsonPath.read(body(answer), "$.id"));
    }

    static String body(ResultActions answer) throws Exception {
        return answer.andReturn().getResponse().getContentAsString();
    }

    private static Passkeys.Ceremony ceremony(String begun) {
        return SoftPasskey.ceremony(
                new JsonMapper().readTree(begun).get("ceremony").toString());
    }
}
