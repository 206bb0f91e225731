package studio.selfsame.identity;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import org.apache.commons.codec.digest.DigestUtils;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import studio.selfsame.identity.Passkeys.Assertion;
import studio.selfsame.identity.Passkeys.Ceremony;
import tools.jackson.databind.json.JsonMapper;

/** A person's authenticator and the browser before it, in software (W3C Web Authentication, Level 3, 6). */
public final class SoftPasskey {
    private static final JsonMapper JSON = new JsonMapper();

    private final SoftKey key;
    private final byte[] credentialId;
    private long uses;

    SoftPasskey(SoftKey key) {
        this(key, Ceremonies.random());
    }

    private SoftPasskey(SoftKey key, byte[] credentialId) {
        this.key = key;
        this.credentialId = credentialId;
    }

    /** One that counts its uses, with a P-256 key of its own, that nobody knows yet. */
    public static SoftPasskey create() {
        return new SoftPasskey(SoftKey.es256());
    }

    /** Made and registered by the person who is signed in so; a second one needs a step-up with the first before. */
    public static SoftPasskey register(MockMvc http, RequestPostProcessor who) throws Exception {
        var passkey = create();
        var asked = http.perform(post("/api/passkeys/registration").with(who))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        http.perform(post("/api/passkeys")
                        .with(who)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(passkey.registration(asked, "Software", Manner.HONEST)))
                .andExpect(status().isCreated());
        return passkey;
    }

    /** The sign-in counts as proven by passkey from now on. */
    public void stepUp(MockMvc http, RequestPostProcessor who) throws Exception {
        var asked = http.perform(post("/api/step-up/challenge").with(who))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        http.perform(post("/api/step-up")
                        .with(who)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(json(sign(ceremony(asked)))))
                .andExpect(status().isOk());
    }

    /** What the browser would answer; each time the authenticator counts one use more. */
    public Assertion sign(Ceremony ceremony) {
        return sign(ceremony, Manner.HONEST);
    }

    Assertion sign(Ceremony ceremony, Manner manner) {
        uses++;
        var data = authenticatorData(manner, new byte[0]);
        var client = manner.clientData("webauthn.get", ceremony.challenge());
        return new Assertion(
                ceremony.id(),
                base64(credentialId),
                base64(data),
                base64(client),
                base64(key.sign(data, DigestUtils.sha256(client))));
    }

    /** The body for {@code POST} where an answer of {@link #sign} is asked for. */
    public static String json(Assertion assertion) {
        return JSON.writeValueAsString(assertion);
    }

    /** A ceremony from the JSON in which the studio answers it. */
    public static Ceremony ceremony(String json) {
        return JSON.readValue(json, Ceremony.class);
    }

    /** @param asked what {@code POST /api/passkeys/registration} answered */
    String registration(String asked, String label, Manner manner) {
        String challenge = JsonPath.read(asked, "$.options.challenge");
        return JSON.writeValueAsString(Map.of(
                "ceremony",
                UUID.fromString(JsonPath.read(asked, "$.ceremony")),
                "attestationObject",
                base64(attestation(manner)),
                "clientDataJson",
                base64(manner.clientData("webauthn.create", challenge)),
                "label",
                label));
    }

    /** With this key, under the other's name. */
    SoftPasskey pretending(SoftPasskey other) {
        return new SoftPasskey(key, other.credentialId);
    }

    String id() {
        return base64(credentialId);
    }

    void count(long now) {
        uses = now;
    }

    private byte[] attestation(Manner manner) {
        var attested = new ByteArrayOutputStream();
        attested.writeBytes(new byte[16]);
        attested.writeBytes(ByteBuffer.allocate(Short.BYTES)
                .putShort((short) credentialId.length)
                .array());
        attested.writeBytes(credentialId);
        attested.writeBytes(key.cose());
        return new SoftCbor()
                .map(3)
                .text("fmt")
                .text("none")
                .text("attStmt")
                .map(0)
                .text("authData")
                .bytes(authenticatorData(manner.with(Manner.KEY), attested.toByteArray()))
                .toBytes();
    }

    private byte[] authenticatorData(Manner manner, byte[] attested) {
        var out = new ByteArrayOutputStream();
        out.writeBytes(DigestUtils.sha256(manner.relyingParty()));
        out.write(manner.flags());
        out.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt((int) uses).array());
        out.writeBytes(attested);
        return out.toByteArray();
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** How browser and authenticator behave; what differs from {@link #HONEST} is a lie or an attack. */
    record Manner(String relyingParty, String origin, int flags, String kind, String challenge, boolean embedded) {
        static final int PRESENT = 0x01;
        static final int VERIFIED = 0x04;
        static final int COPYABLE = 0x08;
        static final int COPIED = 0x10;
        static final int KEY = 0x40;
        static final Manner HONEST =
                new Manner("localhost", "http://localhost:8080", PRESENT | VERIFIED, "", "", false);

        Manner forRelyingParty(String other) {
            return new Manner(other, origin, flags, kind, challenge, embedded);
        }

        Manner on(String page) {
            return new Manner(relyingParty, page, flags, kind, challenge, embedded);
        }

        Manner with(int flag) {
            return new Manner(relyingParty, origin, flags | flag, kind, challenge, embedded);
        }

        Manner without(int flag) {
            return new Manner(relyingParty, origin, flags & ~flag, kind, challenge, embedded);
        }

        Manner answering(String otherKind) {
            return new Manner(relyingParty, origin, flags, otherKind, challenge, embedded);
        }

        Manner to(String otherChallenge) {
            return new Manner(relyingParty, origin, flags, kind, otherChallenge, embedded);
        }

        Manner inAnotherPage() {
            return new Manner(relyingParty, origin, flags, kind, challenge, true);
        }

        byte[] clientData(String asked, String given) {
            return """
                    {"type":"%s","challenge":"%s","origin":"%s","crossOrigin":%s}""".formatted(
                            kind.isEmpty() ? asked : kind, challenge.isEmpty() ? given : challenge, origin, embedded)
                    .getBytes(StandardCharsets.UTF_8);
        }
    }
}
