package studio.selfsame.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import studio.selfsame.SignedIn;
import studio.selfsame.StudioTest;

@StudioTest
class StepUpTest {
    private static final Instant SIGNED_IN = Instant.now().minus(Duration.ofHours(1));

    @Autowired
    MockMvc http;

    @Autowired
    People people;

    @Autowired
    Passkeys passkeys;

    @Autowired
    JdbcClient jdbc;

    private Somebody person;
    private SoftPasskey passkey;

    @BeforeEach
    void register() throws Exception {
        person = Somebody.creator(http);
        passkey = SoftPasskey.register(http, person.who());
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void stepUp_confirmed_isLevelTwoInThisSignInAlone() throws Exception {
        var before = Instant.now();
        passkey.stepUp(http, session("a"));

        var here = current("a", SIGNED_IN);
        assertThat(here.assuranceLevel()).isEqualTo(2);
        assertThat(here.authenticatedAt()).isBetween(before.minusMillis(1), Instant.now());
        var elsewhere = current("b", SIGNED_IN);
        assertThat(elsewhere.assuranceLevel()).isEqualTo(1);
        assertThat(elsewhere.authenticatedAt()).isEqualTo(SIGNED_IN);
        assertThat(elsewhere.canStepUp()).isTrue();
    }

    @Test
    void stepUp_olderThanTheSignIn_countsNoMore() throws Exception {
        passkey.stepUp(http, session("a"));
        var later = Instant.now().plusSeconds(1);

        var now = current("a", later);

        assertThat(now.assuranceLevel()).isEqualTo(1);
        assertThat(now.authenticatedAt()).isEqualTo(later);
    }

    @Test
    void stepUp_byAPasskeyThatWasRevoked_countsNoMore() throws Exception {
        passkey.stepUp(http, session("a"));
        jdbc.sql("update passkey set revoked_at = now() where person = ?")
                .param(person.id().value())
                .update();

        var now = current("a", SIGNED_IN);

        assertThat(now.assuranceLevel()).isEqualTo(1);
        assertThat(now.canStepUp()).isFalse();
    }

    @Test
    void stepUp_answeredInAnotherSignIn_isRefused() throws Exception {
        var ceremony = begin(session("a"));

        confirm(session("b"), passkey.sign(ceremony), "ceremony-of-another-kind");

        assertThat(current("b", SIGNED_IN).assuranceLevel()).isEqualTo(1);
    }

    @Test
    void stepUp_answeredByASignature_isRefused() throws Exception {
        var ceremony = passkeys.begin(person.id(), DigestUtils.sha256("a contract"));

        confirm(session("a"), passkey.sign(ceremony), "ceremony-of-another-kind");
    }

    @Test
    void signature_answeredByAStepUp_isRefused() throws Exception {
        var answer = passkey.sign(begin(session("a")));
        var digest = DigestUtils.sha256("a contract");

        assertThat(catchThrowable(() -> passkeys.verify(person.id(), digest, answer)))
                .hasMessageContaining(PasskeyReason.CEREMONY_OF_ANOTHER_KIND.text());
    }

    @Test
    void stepUp_replayed_isRefused() throws Exception {
        var answer = passkey.sign(begin(session("a")));
        confirm(session("a"), answer);

        confirm(session("a"), answer, "ceremony-spent");
    }

    @Test
    void stepUp_withoutAPasskey_isRefused() throws Exception {
        var nobody = Somebody.creator(http);

        nobody.sends("/api/step-up/challenge", "")
                .andExpect(status().isForbidden())
                .andExpect(jsonPath("$.cause").value("your account has no passkey"));
    }

    @Test
    void stepUp_withHalfAnAnswer_isRefused() throws Exception {
        var ceremony = begin(session("a"));

        http.perform(post("/api/step-up")
                        .with(session("a"))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"ceremony\": \"" + ceremony.id() + "\"}"))
                .andExpect(status().isForbidden())
                .andExpect(jsonPath("$.reasons[0].policyId").value("answer-unreadable"));
    }

    @Test
    void signIn_withoutASession_isToldFromOthersByItsToken() {
        var one = SignInSession.of(token("one").claim("acr", "1").build());

        assertThat(one.sha256())
                .isEqualTo(SignInSession.of(token("one").build()).sha256());
        assertThat(one.sha256())
                .isNotEqualTo(SignInSession.of(token("two").build()).sha256());
        assertThat(SignInSession.of(token("one").jti("id").build()).sha256())
                .isEqualTo(SignInSession.of(token("two").jti("id").build()).sha256());
    }

    private RequestPostProcessor session(String session) {
        return SignedIn.inSession(person.subject(), session, SIGNED_IN, Person.Role.CREATOR);
    }

    private Passkeys.Ceremony begin(RequestPostProcessor who) throws Exception {
        return SoftPasskey.ceremony(http.perform(post("/api/step-up/challenge").with(who))
                .andReturn()
                .getResponse()
                .getContentAsString());
    }

    private void confirm(RequestPostProcessor who, Passkeys.Assertion answer, String... reasons) throws Exception {
        var answered = http.perform(post("/api/step-up")
                        .with(who)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(SoftPasskey.json(answer)))
                .andExpect(status().is(reasons.length == 0 ? 200 : 403));
        for (int i = 0; i < reasons.length; i++) {
            answered.andExpect(jsonPath("$.reasons[" + i + "].policyId").value(reasons[i]));
        }
    }

    private Person current(String session, Instant at) {
        var token = token("t")
                .subject(person.subject())
                .claim("acr", "1")
                .claim("auth_time", at)
                .claim("sid", session)
                .build();
        SecurityContextHolder.getContext().setAuthentication(new JwtAuthenticationToken(token, List.of()));
        return people.current();
    }

    private static Jwt.Builder token(String value) {
        return Jwt.withTokenValue(value).header("alg", "none").claim("acr", "1");
    }
}
