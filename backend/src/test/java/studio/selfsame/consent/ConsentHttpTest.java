package studio.selfsame.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.jwt;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import studio.selfsame.identity.Person;

@ConsentTest
class ConsentHttpTest {
    private static final String ALL_BUT_VOICE =
            "\"create\":true,\"use\":true,\"face\":true,\"voice\":false,\"training\":true";

    @Autowired
    MockMvc http;

    @Autowired
    LikenessRegister register;

    @Autowired
    KnownPeople people;

    private LikenessId likeness;

    @BeforeEach
    void signIn() {
        var person = people.verified(Person.Role.CREATOR);
        people.signIn(person);
        likeness = register.open(person.id());
    }

    @Test
    void currentText_asked_comesWithItsHash() throws Exception {
        http.perform(get("/api/consent-texts/current").with(jwt()))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.version").value(3))
                .andExpect(jsonPath("$.language").value("en"))
                .andExpect(jsonPath("$.text").value(containsString("How to withdraw")))
                .andExpect(jsonPath("$.sha256")
                        .value(ConsentTexts.current().getFirst().sha256()));
    }

    @Test
    void consent_grantedAndWithdrawn_isToldAtEachStep() throws Exception {
        consent()
                .andExpect(jsonPath("$.state").value("none"))
                .andExpect(jsonPath("$.grants").isEmpty());
        grant(ALL_BUT_VOICE, ConsentTexts.current().getFirst().sha256())
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.likenessId").value(likeness.value().toString()))
                .andExpect(jsonPath("$.grants[0].kind").value("create"))
                .andExpect(jsonPath("$.grants[1].kind").value("use"))
                .andExpect(jsonPath("$.grants[1].voice").value(false))
                .andExpect(jsonPath("$.grants[1].grantedAt").isNotEmpty());
        consent()
                .andExpect(jsonPath("$.state").value("granted"))
                .andExpect(jsonPath("$.grants.length()").value(2));
        withdraw()
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.withdrawnAt").isNotEmpty());
        consent().andExpect(jsonPath("$.state").value("withdrawn"));
    }

    @Test
    void grant_boxesThatDoNotDo_areAllNamed() throws Exception {
        grant("\"create\":true,\"use\":false,\"face\":false,\"voice\":true,\"training\":false", sha256())
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.cause").value(allOf(containsString("`face`"), containsString("`training`"))))
                .andExpect(jsonPath("$.consequence").value("Nothing was granted."));
        grant("\"create\":false,\"use\":false,\"face\":true,\"voice\":false,\"training\":true", sha256())
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.cause").value(containsString("nothing to grant")));
        consent().andExpect(jsonPath("$.state").value("none"));
    }

    @Test
    void grant_boxLeftOut_isNotGuessed() throws Exception {
        grant("\"create\":true,\"face\":true,\"training\":true", sha256()).andExpect(status().isBadRequest());
        consent().andExpect(jsonPath("$.state").value("none"));
    }

    @Test
    void grant_besideAnotherText_isAConflict() throws Exception {
        grant(ALL_BUT_VOICE, "0".repeat(64))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.remedy").value(containsString("Read the current consent text")));
        consent().andExpect(jsonPath("$.state").value("none"));
    }

    @Test
    void grant_besideAnyLanguageOfTheCurrentText_namesThatLanguage() throws Exception {
        grant(ALL_BUT_VOICE, ConsentTexts.find(3, "ja").orElseThrow().sha256())
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.grants[0].textVersion").value(3))
                .andExpect(jsonPath("$.grants[0].textLanguage").value("ja"));
    }

    @Test
    void grant_besideAnEarlierVersion_isAConflict() throws Exception {
        grant(ALL_BUT_VOICE, ConsentTexts.find(2, "en").orElseThrow().sha256()).andExpect(status().isConflict());
        consent().andExpect(jsonPath("$.state").value("none"));
    }

    @Test
    void likeness_ofSomebodyElse_isUnknownToEveryCall() throws Exception {
        people.signIn(people.verified(Person.Role.OPERATOR, Person.Role.REFEREE));
        consent().andExpect(status().isNotFound());
        withdraw().andExpect(status().isNotFound());
        grant(ALL_BUT_VOICE, sha256()).andExpect(status().isNotFound());
        assertThat(register.isWithdrawn(likeness)).isFalse();
    }

    @Test
    void likeness_thatDoesNotExist_isUnknown() throws Exception {
        likeness = new LikenessId(UUID.randomUUID());
        consent().andExpect(status().isNotFound());
        withdraw().andExpect(status().isNotFound());
    }

    @Test
    void refusal_atTheDoorOfAnotherRoom_carriesEveryReasonById() throws Exception {
        grant("\"create\":true,\"use\":false,\"face\":true,\"voice\":false,\"training\":true", sha256());
        people.signIn(people.unverified(Person.Role.CREATOR));
        http.perform(post("/api/test-door/{id}", likeness.value()).with(jwt()))
                .andExpect(status().isForbidden())
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.stage").value("rendering"))
                .andExpect(jsonPath("$.consequence").value("Nothing was made."))
                .andExpect(jsonPath("$.reasons[*].policyId")
                        .value(contains("own-likeness", "use-not-granted", "verification-missing")))
                .andExpect(jsonPath("$.reasons[1].text")
                        .value("The person shown has not granted that their likeness is used."));
    }

    private ResultActions consent() throws Exception {
        return http.perform(
                get("/api/likenesses/{id}/consent", likeness.value()).with(jwt()));
    }

    private ResultActions withdraw() throws Exception {
        return http.perform(
                post("/api/likenesses/{id}/withdrawal", likeness.value()).with(jwt()));
    }

    private ResultActions grant(String boxes, String textSha256) throws Exception {
        var body = "{\"likenessId\":\"" + likeness.value() + "\"," + boxes + ",\"textSha256\":\"" + textSha256 + "\"}";
        return http.perform(post("/api/grants")
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .with(jwt()));
    }

    private static String sha256() {
        return ConsentTexts.current().getFirst().sha256();
    }
}
