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
import com.webauthn4j.util.exception.WebAuthnException;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

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

    /** @throws WebAuthnException when it is none */
    RegistrationData read(RegistrationRequest answer) {
        return manager.parse(answer);
    }

    /** @throws WebAuthnException when it is none */
    AuthenticationData read(AuthenticationRequest answer) {
        return manager.parse(answer);
    }

    byte[] write(AttestedCredentialData key) {
        return attested.convert(key);
    }

    AttestedCredentialData key(PasskeyRow passkey) {
        return attested.convert(passkey.attested());
    }

    /** @throws WebAuthnException when it does not hold */
    void verify(RegistrationData answer, byte[] challenge) {
        var offered = ALGORITHMS.stream()
                .map(algorithm -> new PublicKeyCredentialParameters(PublicKeyCredentialType.PUBLIC_KEY, algorithm))
                .toList();
        manager.verify(answer, new RegistrationParameters(server(challenge), offered, true, true));
    }

    /** @throws WebAuthnException when it does not hold */
    void verify(AuthenticationData answer, byte[] challenge, PasskeyRow passkey) {
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
        manager.verify(
                answer,
                new AuthenticationParameters(server(challenge), record, List.of(passkey.credentialId()), true, true));
    }

    private ServerProperty server(byte[] challenge) {
        return ServerProperty.builder()
                .origins(settings.origins().stream().map(Origin::new).collect(Collectors.toSet()))
                .rpId(settings.relyingParty())
                .challenge(new DefaultChallenge(challenge))
                .build();
    }
}
