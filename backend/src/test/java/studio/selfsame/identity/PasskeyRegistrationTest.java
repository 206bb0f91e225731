package studio.selfsame.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import studio.selfsame.SignedIn;
import studio.selfsame.StudioTest;
import studio.selfsame.identity.SoftPasskey.Manner;

@StudioTest
class PasskeyRegistrationTest {
    private static final String BEGIN = "/api/passkeys/registration";
    private static final String PASSKEYS = "/api/passkeys";

    @Autowired
    MockMvc http;

    @Autowired
    Passkeys passkeys;

    @Autowired
    JdbcClient jdbc;

    private Somebody person;

    @BeforeEach
    void somebody() throws Exception {
        person = Somebody.creator(http);
    }

    @Test
    void registration_begun_asksForAVerifiedKeyWithoutAttestation() throws Exception {
        person.sends(BEGIN, "")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.options.rp.id").value("localhost"))
                .andExpect(jsonPath("$.options.pubKeyCredParams[*].alg").value(is(List.of(-7, -8, -257))))
                .andExpect(jsonPath("$.options.authenticatorSelection.userVerification")
                        .value("required"))
                .andExpect(
                        jsonPath("$.options.authenticatorSelection.residentKey").value("preferred"))
                .andExpect(jsonPath("$.options.attestation").value("none"))
                .andExpect(jsonPath("$.options.excludeCredentials").isEmpty());
    }

    @Test
    void registration_begunTwice_namesThePersonByTheSameRandomHandle() throws Exception {
        var first = person.answer(person.sends(BEGIN, ""));
        var second = person.answer(person.sends(BEGIN, ""));

        String handle = JsonPath.read(first, "$.options.user.id");
        assertThat(handle).hasSize(43).isEqualTo(JsonPath.read(second, "$.options.user.id"));
        String challenge = JsonPath.read(first, "$.options.challenge");
        assertThat(challenge).isNotEqualTo(JsonPath.read(second, "$.options.challenge"));
    }

    static Stream<SoftKey> keys() {
        return Stream.of(SoftKey.es256(), SoftKey.ed25519(), SoftKey.rs256());
    }

    @ParameterizedTest
    @MethodSource("keys")
    void passkey_ofEachKindOffered_registersAndSigns(SoftKey key) throws Exception {
        var passkey = new SoftPasskey(key);
        var asked = person.answer(person.sends(BEGIN, ""));
        person.sends(PASSKEYS, passkey.registration(asked, "  My phone ", Manner.HONEST))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.label").value("My phone"));

        var digest = DigestUtils.sha256("a contract");
        var signature = passkeys.verify(person.id(), digest, passkey.sign(passkeys.begin(person.id(), digest)));
        assertThat(signature.publicKey())
                .isEqualTo(Base64Url.of(key.pair().getPublic().getEncoded()));
        person.sees(PASSKEYS)
                .andExpect(jsonPath("$[*]", hasSize(1)))
                .andExpect(jsonPath("$[0].lastUsedAt").isNotEmpty());
    }

    static Stream<Arguments> lies() {
        var honest = Manner.HONEST;
        return Stream.of(
                Arguments.of(honest.on("https://evil.example"), "origin-differs"),
                Arguments.of(honest.inAnotherPage(), "page-embedded"),
                Arguments.of(honest.forRelyingParty("evil.example"), "relying-party-differs"),
                Arguments.of(honest.without(Manner.PRESENT), "nobody-present"),
                Arguments.of(honest.without(Manner.VERIFIED), "nobody-verified"),
                Arguments.of(honest.with(Manner.COPIED), "backup-state-wrong"),
                Arguments.of(honest.answering("webauthn.get"), "answer-of-another-kind"),
                Arguments.of(honest.to("AAAA"), "challenge-differs"));
    }

    @ParameterizedTest
    @MethodSource("lies")
    void registration_untrueInOneThing_isRefusedForThatAloneAndSpent(Manner lie, String reason) throws Exception {
        var asked = person.answer(person.sends(BEGIN, ""));
        var passkey = SoftPasskey.create();

        refused(passkey.registration(asked, "x", lie), reason);
        refused(passkey.registration(asked, "x", Manner.HONEST), "ceremony-spent");
        assertThat(passkeys.any(person.id())).isFalse();
    }

    @Test
    void registration_withAKeyThatWasNotOffered_isRefused() throws Exception {
        var asked = person.answer(person.sends(BEGIN, ""));

        refused(new SoftPasskey(SoftKey.es256(-9)).registration(asked, "x", Manner.HONEST), "algorithm-not-offered");
    }

    @Test
    void registration_expired_isRefused() throws Exception {
        var asked = person.answer(person.sends(BEGIN, ""));
        jdbc.sql("update passkey_ceremony set expires_at = now() where person = ?")
                .param(person.id().value())
                .update();

        refused(SoftPasskey.create().registration(asked, "x", Manner.HONEST), "ceremony-expired");
    }

    @Test
    void registration_ofAnotherPerson_isUnknown() throws Exception {
        var other = Somebody.creator(http);
        var asked = other.answer(other.sends(BEGIN, ""));

        refused(SoftPasskey.create().registration(asked, "x", Manner.HONEST), "ceremony-unknown");
    }

    @Test
    void registration_answeredByASignature_isRefused() throws Exception {
        var asked = person.answer(person.sends(BEGIN, ""));
        var rubbish = SoftPasskey.create()
                .registration(asked, "x", Manner.HONEST)
                .replaceFirst("\"attestationObject\":\"[^\"]*\"", "\"attestationObject\":\"oWNmbXRkbm9uZQ\"");

        refused(rubbish, "answer-unreadable");
    }

    /** Nobody signs a new key, so it may be taken with another bit; but nothing ever breaks over it. */
    @Test
    void registration_withAnyBitChanged_isTakenOrRefused() throws Exception {
        var random = new Random(20261123);
        for (int round = 0; round < 60; round++) {
            var somebody = Somebody.creator(http);
            var honest =
                    SoftPasskey.create().registration(somebody.answer(somebody.sends(BEGIN, "")), "x", Manner.HONEST);
            var field = round % 3 == 0 ? "clientDataJson" : "attestationObject";
            String sent = JsonPath.read(honest, "$." + field);
            var bytes = Base64.getUrlDecoder().decode(sent);
            var bit = random.nextInt(bytes.length * Byte.SIZE);
            bytes[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);

            var answer = somebody.sends(PASSKEYS, honest.replace(sent, Base64Url.of(bytes)))
                    .andReturn()
                    .getResponse();
            assertThat(answer.getStatus()).as("%s, bit %d", field, bit).isIn(201, 403);
            assertThat(passkeys.any(somebody.id())).isEqualTo(answer.getStatus() == 201);
        }
    }

    @Test
    void passkey_registeredByAnother_isTaken() throws Exception {
        var passkey = SoftPasskey.register(http, Somebody.creator(http).who());
        var asked = person.answer(person.sends(BEGIN, ""));

        refused(passkey.registration(asked, "x", Manner.HONEST), "passkey-taken");
    }

    @Test
    void label_thatCannotBeShown_leavesTheCeremonyOpen() throws Exception {
        var asked = person.answer(person.sends(BEGIN, ""));
        var passkey = SoftPasskey.create();

        person.sends(PASSKEYS, passkey.registration(asked, "ph\u202Eone", Manner.HONEST))
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.cause").value("the label contains characters that cannot be seen"));
        person.sends(PASSKEYS, passkey.registration(asked, "phone", Manner.HONEST))
                .andExpect(status().isCreated());
    }

    @Test
    void passkey_second_needsTheFirst() throws Exception {
        var first = SoftPasskey.register(http, person.who());
        person.sends(BEGIN, "")
                .andExpect(status().isForbidden())
                .andExpect(jsonPath("$.cause").value(containsString("your account has a passkey")));

        first.stepUp(http, person.who());
        var asked = person.answer(person.sends(BEGIN, ""));
        assertThat(JsonPath.<String>read(asked, "$.options.excludeCredentials[0].id"))
                .isEqualTo(first.id());
        SoftPasskey.register(http, person.who());

        person.sees(PASSKEYS).andExpect(jsonPath("$[*]", hasSize(2)));
    }

    @Test
    void passkey_begunBeforeTheFirstWasThere_needsTheFirstAllTheSame() throws Exception {
        var thiefs = SoftPasskey.create();
        var asked = person.answer(person.sends(BEGIN, ""));
        SoftPasskey.register(http, person.who());

        person.sends(PASSKEYS, thiefs.registration(asked, "x", Manner.HONEST)).andExpect(status().isForbidden());

        person.sees(PASSKEYS).andExpect(jsonPath("$[*]", hasSize(1)));
    }

    @Test
    void passkey_first_needsARecentSignIn() throws Exception {
        var longAgo = SignedIn.inSession(
                person.subject(), "old", Instant.now().minus(Duration.ofMinutes(16)), Person.Role.CREATOR);

        http.perform(post(BEGIN).with(longAgo))
                .andExpect(status().isForbidden())
                .andExpect(jsonPath("$.cause").value("you signed in more than 15 minutes ago"));
    }

    @Test
    void passkey_revoked_isGoneFromTheListAndNeededAStepUp() throws Exception {
        var passkey = SoftPasskey.register(http, person.who());
        String id = JsonPath.read(person.answer(person.sees(PASSKEYS)), "$[0].id");
        revoke(id, 403);
        passkey.stepUp(http, person.who());

        revoke(id, 204);

        revoke(id, 404);
        person.sees(PASSKEYS).andExpect(jsonPath("$").isEmpty());
        assertThat(passkeys.any(person.id())).isFalse();
        assertThat(jdbc.sql("select count(*) from passkey where id = ?")
                        .param(UUID.fromString(id))
                        .query(Long.class)
                        .single())
                .isOne();
    }

    @Test
    void passkey_ofAnother_cannotBeRevoked() throws Exception {
        var other = Somebody.creator(http);
        SoftPasskey.register(http, other.who());
        String id = JsonPath.read(other.answer(other.sees(PASSKEYS)), "$[0].id");

        revoke(id, 404);
        other.sees(PASSKEYS).andExpect(jsonPath("$[*]", hasSize(1)));
    }

    @Test
    void page_atAnIpAddress_isToldWhereToGo() throws Exception {
        for (var path : new String[] {BEGIN, "/api/step-up/challenge"}) {
            http.perform(post(path).with(person.who()).header("Origin", "http://127.0.0.1:8080"))
                    .andExpect(status().isForbidden())
                    .andExpect(jsonPath("$.cause").value(containsString("`http://127.0.0.1:8080`")))
                    .andExpect(jsonPath("$.remedy").value(containsString("http://localhost:8080")));
        }
        http.perform(post(BEGIN).with(person.who()).header("Origin", "http://localhost:8080"))
                .andExpect(status().isOk());
    }

    private void revoke(String id, int answer) throws Exception {
        http.perform(delete("/api/passkeys/{id}", id).with(person.who())).andExpect(status().is(answer));
    }

    private void refused(String registration, String... reasons) throws Exception {
        http.perform(post(PASSKEYS)
                        .with(person.who())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(registration))
                .andExpect(status().isForbidden())
                .andExpect(jsonPath("$.reasons[*].policyId", containsInAnyOrder(reasons)));
    }
}
