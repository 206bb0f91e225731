package studio.selfsame.identity;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.AuthenticationRequest;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.RegistrationRequest;
import com.webauthn4j.data.attestation.authenticator.AttestedCredentialData;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import studio.selfsame.identity.PasskeyController.Answer;
import studio.selfsame.identity.Passkeys.Assertion;

/** What WebAuthn4J reads and says of the answers of authenticators. It stops at the first thing that is wrong. */
@Component
class WebAuthnLibrary {
    /** In the order in which we would like to have them. */
    static final List<COSEAlgorithmIdentifier> ALGORITHMS =
            List.of(COSEAlgorithmIdentifier.ES256, COSEAlgorithmIdentifier.EdDSA, COSEAlgorithmIdentifier.RS256);

    private final ObjectConverter converter = new ObjectConverter();
    private final AttestedCredentialDataConverter attested = new AttestedCredentialDataConverter(converter);
    /** Whose make an authenticator is does not matter here, so nobody vouches for it. */
    private final WebAuthnManager manager = WebAuthnManager.createNonStrictWebAuthnManager(converter);

    private final PasskeySettings settings;

    WebAuthnLibrary(PasskeySettings settings) {
        this.settings = settings;
    }

    /** Empty when it is none. */
    Optional<RegistrationData> read(Answer answer) {
        return understood(() -> manager.parse(new RegistrationRequest(
                Base64Url.parse(answer.attestationObject()), Base64Url.parse(answer.clientDataJson()))));
    }

    /** Empty when it is none. */
    Optional<AuthenticationData> read(Assertion answer) {
        return understood(() -> manager.parse(new AuthenticationRequest(
                Base64Url.parse(answer.credentialId()),
                Base64Url.parse(answer.authenticatorData()),
                Base64Url.parse(answer.clientDataJson()),
                Base64Url.parse(answer.signature()))));
    }

    /** SubjectPublicKeyInfo; empty when the numbers in it are no key. */
    Optional<byte[]> publicKey(AttestedCredentialData key) {
        return understood(() -> key.getCOSEKey().getPublicKey().getEncoded());
    }

    byte[] write(AttestedCredentialData key) {
        return attested.convert(key);
    }

    AttestedCredentialData key(PasskeyRow passkey) {
        return attested.convert(passkey.attested());
    }

    boolean accepts(RegistrationData answer, byte[] challenge) {
        var offered = ALGORITHMS.stream()
                .map(algorithm -> new PublicKeyCredentialParameters(PublicKeyCredentialType.PUBLIC_KEY, algorithm))
                .toList();
        return understood(() ->
                        manager.verify(answer, new RegistrationParameters(server(challenge), offered, true, true)))
                .isPresent();
    }

    boolean accepts(AuthenticationData answer, byte[] challenge, PasskeyRow passkey) {
        var record = new CredentialRecordImpl(
                new NoneAttestationStatement(),
                true,
                passkey.backupEligible(),
                passkey.backupEligible() && answer.getAuthenticatorData().isFlagBS(),
                passkey.signCount(),
                key(passkey),
                null,
                null,
                null,
                null);
        var parameters =
                new AuthenticationParameters(server(challenge), record, List.of(passkey.credentialId()), true, true);
        return understood(() -> manager.verify(answer, parameters)).isPresent();
    }

    /** The library fails in many ways of its own and of its parsers', and each of them says that the answer is bad. */
    private static <T> Optional<T> understood(Supplier<T> reading) {
        try {
            return Optional.of(reading.get());
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }

    private ServerProperty server(byte[] challenge) {
        return ServerProperty.builder()
                .origins(settings.origins().stream().map(Origin::new).collect(Collectors.toSet()))
                .rpId(settings.relyingParty())
                .challenge(new DefaultChallenge(challenge))
                .build();
    }
}
