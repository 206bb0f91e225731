package studio.selfsame.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;
import studio.selfsame.StudioTest;
import studio.selfsame.identity.Passkeys.Assertion;
import studio.selfsame.identity.Passkeys.Ceremony;
import studio.selfsame.identity.SoftPasskey.Manner;
import studio.selfsame.problem.ProblemException;

@StudioTest
class PasskeySignatureTest {
    private static final byte[] CONTRACT = DigestUtils.sha256("the contract");
    private static final Base64.Decoder BASE64 = Base64.getUrlDecoder();

    @Autowired
    MockMvc http;

    @Autowired
    Passkeys passkeys;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private Somebody signer;
    private SoftPasskey passkey;

    @BeforeEach
    void register() throws Exception {
        signer = Somebody.creator(http);
        passkey = SoftPasskey.register(http, signer.who());
    }

    @Test
    void ceremony_begun_asksForExactlyThisDocumentAndThesePasskeys() {
        var ceremony = passkeys.begin(signer.id(), CONTRACT);

        var challenge = BASE64.decode(ceremony.challenge());
        assertThat(challenge).hasSize(64).startsWith(CONTRACT);
        assertThat(ceremony.relyingParty()).isEqualTo("localhost");
        assertThat(ceremony.credentialIds()).containsExactly(passkey.id());
        assertThat(passkeys.begin(signer.id(), CONTRACT).challenge()).isNotEqualTo(ceremony.challenge());
    }

    @Test
    void signature_verified_provesItselfToWhoeverHoldsTheDocument() throws Exception {
        var proof = verify(sign(Manner.HONEST));

        var client = BASE64.decode(proof.clientDataJson());
        var key = KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(BASE64.decode(proof.publicKey())));
        var check = Signature.getInstance("SHA256withECDSA");
        check.initVerify(key);
        check.update(BASE64.decode(proof.authenticatorData()));
        check.update(DigestUtils.sha256(client));
        assertThat(check.verify(BASE64.decode(proof.signature()))).isTrue();
        var challenge = new String(client, StandardCharsets.UTF_8).replaceAll(".*\"challenge\":\"([^\"]*)\".*", "$1");
        assertThat(BASE64.decode(challenge)).startsWith(CONTRACT);
        assertThat(proof.signer()).isEqualTo(signer.id());
        assertThat(proof.credentialId()).isEqualTo(passkey.id());
    }

    static Stream<Arguments> lies() {
        var honest = Manner.HONEST;
        return Stream.of(
                Arguments.of(honest.on("http://localhost:8081"), "origin-differs"),
                Arguments.of(honest.on("https://localhost:8080"), "origin-differs"),
                Arguments.of(honest.on("http://localhost.evil.example:8080"), "origin-differs"),
                Arguments.of(honest.inAnotherPage(), "page-embedded"),
                Arguments.of(honest.forRelyingParty("evil.example"), "relying-party-differs"),
                Arguments.of(honest.without(Manner.PRESENT), "nobody-present"),
                Arguments.of(honest.without(Manner.VERIFIED), "nobody-verified"),
                Arguments.of(honest.with(Manner.COPYABLE), "backup-state-wrong"),
                Arguments.of(honest.with(Manner.COPIED), "backup-state-wrong"),
                Arguments.of(honest.answering("webauthn.create"), "answer-of-another-kind"),
                Arguments.of(honest.answering("payment.get"), "answer-of-another-kind"),
                Arguments.of(honest.to("AAAA"), "challenge-differs"));
    }

    @ParameterizedTest
    @MethodSource("lies")
    void answer_untrueInOneThing_isRefusedForThatAlone(Manner lie, String reason) {
        assertRefused(sign(lie), reason);
    }

    @Test
    void answer_untrueInManyThings_isRefusedForAllOfThem() {
        var lie = Manner.HONEST
                .on("https://evil.example")
                .forRelyingParty("evil.example")
                .without(Manner.PRESENT)
                .without(Manner.VERIFIED)
                .to("AAAA");
        assertRefused(
                sign(lie),
                "challenge-differs",
                "origin-differs",
                "relying-party-differs",
                "nobody-present",
                "nobody-verified");
    }

    @Test
    void ceremony_answeredTwice_isRefusedTheSecondTime() {
        var answer = sign(Manner.HONEST);
        verify(answer);
        // the authenticator counts on, so that nothing but the ceremony is wrong
        assertRefused(passkey.sign(ceremonyOf(answer)), "ceremony-spent", "challenge-differs");
    }

    @Test
    void ceremony_answeredWrongly_isSpentAlthoughTheCallerRolledBack() {
        var ceremony = passkeys.begin(signer.id(), CONTRACT);
        var wrong = passkey.sign(ceremony, Manner.HONEST.on("https://evil.example"));
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> verify(wrong)))
                .isInstanceOf(ProblemException.class);

        assertRefused(passkey.sign(ceremony), "ceremony-spent");
    }

    @Test
    void ceremony_expired_isRefused() {
        var answer = sign(Manner.HONEST);
        jdbc.sql("update passkey_ceremony set expires_at = expires_at - ? * interval '1 second' where id = ?")
                .params(Duration.ofMinutes(5).toSeconds(), answer.ceremony())
                .update();

        assertRefused(answer, "ceremony-expired");
    }

    @Test
    void ceremony_ofAnotherPerson_isRefusedAndNotSpent() throws Exception {
        var other = Somebody.creator(http);
        var others = SoftPasskey.register(http, other.who());
        var ceremony = passkeys.begin(signer.id(), CONTRACT);

        assertThat(reasons(() -> passkeys.verify(other.id(), CONTRACT, others.sign(ceremony))))
                .containsExactly("ceremony-unknown");
        verify(passkey.sign(ceremony));
    }

    @Test
    void ceremony_ofAnotherDocument_isRefused() {
        var answer = passkey.sign(passkeys.begin(signer.id(), DigestUtils.sha256("another contract")));

        assertRefused(answer, "ceremony-of-another-kind");
    }

    @Test
    void ceremony_neverBegun_isRefused() {
        var invented = new Ceremony(UUID.randomUUID(), "localhost", "AAAA", List.of(passkey.id()), Instant.EPOCH);
        assertRefused(passkey.sign(invented), "ceremony-unknown");
    }

    @Test
    void passkey_ofAnotherPerson_isUnknown() throws Exception {
        var other = SoftPasskey.register(http, Somebody.creator(http).who());

        assertRefused(other.sign(passkeys.begin(signer.id(), CONTRACT)), "passkey-unknown");
    }

    @Test
    void key_other_isNoSignature() throws Exception {
        var thief = SoftPasskey.create().pretending(passkey);

        assertRefused(thief.sign(passkeys.begin(signer.id(), CONTRACT)), "signature-wrong");
    }

    @Test
    void counter_goingBack_isRefusedAndRecorded() {
        verify(sign(Manner.HONEST));
        verify(sign(Manner.HONEST));
        passkey.count(1);

        assertRefused(sign(Manner.HONEST), "counter-went-back");

        assertThat(warnings())
                .singleElement()
                .satisfies(warning -> assertThat(warning.entry())
                        .contains(
                                "\"seen\":\"2\"",
                                "\"told\":\"2\"",
                                signer.id().value().toString()));
    }

    @Test
    void counter_goingBackByAWrongSignature_isNoWarning() {
        verify(sign(Manner.HONEST));
        passkey.count(0);
        var answer = sign(Manner.HONEST);

        assertRefused(tampered(answer, "signature", 20), "signature-wrong");

        assertThat(warnings()).isEmpty();
    }

    @Test
    void passkey_thatNeverCounts_mayAnswerAgain() {
        for (int answer = 0; answer < 3; answer++) {
            passkey.count(-1);
            verify(sign(Manner.HONEST));
        }
    }

    @Test
    void passkey_revoked_signsNoMoreAndItsSignaturesStillNameIt() throws Exception {
        var second = secondPasskey();
        var ceremony = passkeys.begin(signer.id(), CONTRACT);
        jdbc.sql("update passkey set revoked_at = now() where credential_id = ?")
                .param(BASE64.decode(passkey.id()))
                .update();

        assertRefused(passkey.sign(ceremony), "passkey-revoked");
        assertThat(passkeys.begin(signer.id(), CONTRACT).credentialIds()).containsExactly(second.id());
    }

    @Test
    void passkeys_none_beginNothing() throws Exception {
        var nobody = Somebody.creator(http);

        assertThat(passkeys.any(nobody.id())).isFalse();
        assertThat(passkeys.any(signer.id())).isTrue();
        assertThatThrownBy(() -> passkeys.begin(nobody.id(), CONTRACT))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.problem().cause()).isEqualTo("your account has no passkey"));
    }

    @Test
    void digest_thatIsNone_isTheCallersMistake() {
        assertThatThrownBy(() -> passkeys.begin(signer.id(), new byte[31])).hasMessageContaining("32 bytes");
    }

    /** Whatever is changed in an answer, it is refused with reasons and never breaks anything. */
    @Test
    void answer_withAnyByteChanged_isRefused() {
        var random = new Random(20261123);
        for (int round = 0; round < 120; round++) {
            var field = List.of("credentialId", "authenticatorData", "clientDataJson", "signature")
                    .get(round % 4);
            var answer = tampered(sign(Manner.HONEST), field, random.nextInt(1 << 16));
            assertThat(reasons(() -> verify(answer))).as(field).isNotEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("rubbish")
    void answer_thatIsNone_isRefused(String rubbish) {
        var honest = sign(Manner.HONEST);
        assertThat(reasons(() -> verify(new Assertion(honest.ceremony(), rubbish, rubbish, rubbish, rubbish))))
                .contains("answer-unreadable");
    }

    static Stream<String> rubbish() {
        return Stream.of("", "A", "%%%", "AAAA", "A".repeat(70_000), "e30", "bnVsbA");
    }

    private List<Recorded> warnings() {
        var id = jdbc.sql("select id from passkey where person = ?")
                .param(signer.id().value())
                .query(UUID.class)
                .single();
        return Recorded.about(jdbc, id.toString()).stream()
                .filter(record -> record.kind().equals("PasskeyCounterWentBack"))
                .toList();
    }

    private SoftPasskey secondPasskey() throws Exception {
        passkey.stepUp(http, signer.who());
        return SoftPasskey.register(http, signer.who());
    }

    private Assertion sign(Manner manner) {
        return passkey.sign(passkeys.begin(signer.id(), CONTRACT), manner);
    }

    private Passkeys.Signature verify(Assertion answer) {
        return passkeys.verify(signer.id(), CONTRACT, answer);
    }

    /** With a challenge that nobody remembers. */
    private static Ceremony ceremonyOf(Assertion answer) {
        return new Ceremony(answer.ceremony(), "localhost", "AAAA", List.of(), Instant.EPOCH);
    }

    private void assertRefused(Assertion answer, String... expected) {
        assertThat(reasons(() -> verify(answer))).containsExactlyInAnyOrder(expected);
    }

    private static List<String> reasons(Runnable call) {
        var refused = catchThrowableOfType(PasskeyRefusedException.class, call::run);
        assertThat(refused).as("refusal").isNotNull();
        assertThat(refused.kind()).isEqualTo(ProblemException.Kind.REFUSED);
        var reasons = (List<?>) refused.particulars().get("reasons");
        return reasons.stream()
                .map(reason -> ((PasskeyRefusedException.Reason) reason).policyId())
                .toList();
    }

    private static Assertion tampered(Assertion honest, String field, int bit) {
        var fields = Map.of(
                "credentialId", honest.credentialId(),
                "authenticatorData", honest.authenticatorData(),
                "clientDataJson", honest.clientDataJson(),
                "signature", honest.signature());
        var bytes = BASE64.decode(fields.get(field));
        bytes[bit / Byte.SIZE % bytes.length] ^= (byte) (1 << bit % Byte.SIZE);
        var changed = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        return new Assertion(
                honest.ceremony(),
                field.equals("credentialId") ? changed : honest.credentialId(),
                field.equals("authenticatorData") ? changed : honest.authenticatorData(),
                field.equals("clientDataJson") ? changed : honest.clientDataJson(),
                field.equals("signature") ? changed : honest.signature());
    }
}
