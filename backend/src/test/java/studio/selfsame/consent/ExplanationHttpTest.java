package studio.selfsame.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.jwt;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import studio.selfsame.identity.Person;

@ConsentTest
class ExplanationHttpTest {
    @Autowired
    MockMvc http;

    @Autowired
    LikenessRegister register;

    @Autowired
    Consents consents;

    @Autowired
    Withdrawals withdrawals;

    @Autowired
    PlayedReleases.Desk releases;

    @Autowired
    KnownPeople people;

    @Autowired
    JdbcClient jdbc;

    @Test
    void explanation_ownGrantedLikeness_isThatItWouldBeAllowed() throws Exception {
        var likeness = granted();
        for (var use : new String[] {"create", "render"}) {
            explain(likeness, use)
                    .andExpect(status().isOk())
                    .andExpect(jsonPath("$.allowed").value(true))
                    .andExpect(jsonPath("$.policyIds").value(contains("own-likeness")))
                    .andExpect(jsonPath("$.reasons").isEmpty());
        }
    }

    @Test
    void explanation_toAStranger_namesEveryReason() throws Exception {
        var likeness = granted();
        withdrawals.withdraw(people.current().id(), likeness);
        people.signIn(people.unverified(Person.Role.OPERATOR));
        explain(likeness, "render")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.allowed").value(false))
                .andExpect(jsonPath("$.policyIds").isEmpty())
                .andExpect(jsonPath("$.reasons[*].policyId")
                        .value(contains("consent-withdrawn", "own-likeness", "verification-missing")))
                .andExpect(jsonPath("$.reasons[1].text")
                        .value("This is not your own likeness. Only the person it shows can use it."));
    }

    @Test
    void explanation_underARelease_isAboutThatRelease() throws Exception {
        var likeness = granted();
        var talent = people.current();
        var producer = people.verified(Person.Role.CREATOR);
        var use = releases.released(likeness, talent.id(), producer.id(), "Good evening.");
        underRelease(likeness, use)
                .andExpect(jsonPath("$.reasons[*].policyId").value(contains("release-holder", "release-user-role")));
        people.signIn(producer);
        underRelease(likeness, use).andExpect(jsonPath("$.policyIds").value(contains("release-holder")));
        releases.withdraw(use);
        underRelease(likeness, use).andExpect(jsonPath("$.reasons[*].policyId").value(contains("release-use-unknown")));
    }

    @Test
    void explanation_askedFor_leavesNoDecisionAndNoAuthorization() throws Exception {
        var likeness = granted();
        explain(likeness, "render").andExpect(status().isOk());
        people.signIn(people.unverified());
        explain(likeness, "render").andExpect(status().isOk());
        assertThat(rows("consent_decision", likeness)).isZero();
        assertThat(rows("consent_authorization", likeness)).isZero();
    }

    @Test
    void explanation_ofWhatDoesNotExist_saysSo() throws Exception {
        people.signIn(people.verified(Person.Role.CREATOR));
        explain(new LikenessId(UUID.randomUUID()), "create")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.allowed").value(false))
                .andExpect(jsonPath("$.reasons[*].policyId").value(contains("likeness-unknown")));
        explain(granted(), "conjure").andExpect(status().is(422));
    }

    private LikenessId granted() {
        var person = people.verified(Person.Role.CREATOR);
        people.signIn(person);
        var likeness = register.open(person.id());
        consents.grant(
                person.id(),
                new GrantForm(
                        likeness.value(),
                        true,
                        true,
                        true,
                        false,
                        true,
                        ConsentTexts.current().getFirst().sha256()));
        return likeness;
    }

    private ResultActions explain(LikenessId likeness, String use) throws Exception {
        return http.perform(get("/api/likenesses/{id}/explanation", likeness.value())
                .param("use", use)
                .with(jwt()));
    }

    private ResultActions underRelease(LikenessId likeness, ReleaseUseId use) throws Exception {
        return http.perform(get("/api/likenesses/{id}/explanation", likeness.value())
                        .param("use", "render")
                        .param("releaseUseId", use.value().toString())
                        .with(jwt()))
                .andExpect(status().isOk());
    }

    private int rows(String table, LikenessId likeness) {
        return jdbc.sql("select count(*) from " + table + " where likeness_id = :likeness")
                .param("likeness", likeness.value())
                .query(Integer.class)
                .single();
    }
}
