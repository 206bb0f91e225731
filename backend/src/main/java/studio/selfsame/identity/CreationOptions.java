package studio.selfsame.identity;

import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.UUID;

/**
 * What a browser is asked to make a passkey of: {@code PublicKeyCredentialCreationOptionsJSON} of W3C Web Authentication,
 * Level 3, 5.1.9, as {@code PublicKeyCredential.parseCreationOptionsFromJSON} takes it.
 *
 * @param timeout in milliseconds
 */
@Schema(name = "PasskeyCreationOptions")
record CreationOptions(
        RelyingParty rp,
        User user,
        String challenge,
        List<KeyKind> pubKeyCredParams,
        long timeout,
        List<Known> excludeCredentials,
        Selection authenticatorSelection,
        String attestation) {
    private static final String PUBLIC_KEY = "public-key";
    /** Who the person is stays at the realm; their device shows this to them alone. */
    private static final String ACCOUNT = "Selfsame";

    /** @param ceremony to be sent back with what the browser made of the options */
    @Schema(name = "PasskeyRegistrationCeremony")
    record Asked(UUID ceremony, CreationOptions options) {}

    @Schema(name = "PasskeyRelyingParty")
    record RelyingParty(String id, String name) {}

    /** @param id random, base64url */
    @Schema(name = "PasskeyUser")
    record User(String id, String name, String displayName) {}

    /** @param alg a COSE algorithm */
    @Schema(name = "PasskeyKeyKind")
    record KeyKind(String type, long alg) {}

    /** @param id of a credential, base64url */
    @Schema(name = "KnownPasskey")
    record Known(String type, String id) {}

    @Schema(name = "PasskeyAuthenticatorSelection")
    record Selection(String residentKey, String userVerification) {}

    static Asked of(Registrations.Begun begun, PasskeySettings settings) {
        return new Asked(
                begun.ceremony().id(),
                new CreationOptions(
                        new RelyingParty(settings.relyingParty(), ACCOUNT),
                        new User(Base64Url.of(begun.handle()), ACCOUNT, ACCOUNT),
                        Base64Url.of(begun.ceremony().challenge()),
                        WebAuthnLibrary.ALGORITHMS.stream()
                                .map(COSEAlgorithmIdentifier::getValue)
                                .map(algorithm -> new KeyKind(PUBLIC_KEY, algorithm))
                                .toList(),
                        Ceremonies.VALID.toMillis(),
                        begun.standing().stream()
                                .map(passkey -> new Known(PUBLIC_KEY, Base64Url.of(passkey.credentialId())))
                                .toList(),
                        new Selection("preferred", "required"),
                        "none"));
    }
}
