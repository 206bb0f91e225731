package studio.selfsame.identity;

import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.attestation.authenticator.AttestedCredentialData;
import com.webauthn4j.data.attestation.authenticator.AuthenticatorData;
import com.webauthn4j.data.client.ClientDataType;
import com.webauthn4j.data.client.CollectedClientData;
import com.webauthn4j.util.SignatureUtil;
import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.EnumSet;
import java.util.Set;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;

/**
 * What must hold of an answer (W3C Web Authentication, Level 3, 7.1 and 7.2), each for itself, so that every reason is told
 * and not the first alone.
 */
final class WebAuthnChecks {
    private final PasskeySettings settings;
    private final Set<PasskeyReason> found = EnumSet.noneOf(PasskeyReason.class);

    WebAuthnChecks(PasskeySettings settings) {
        this.settings = settings;
    }

    Set<PasskeyReason> found() {
        return found;
    }

    void require(boolean holds, PasskeyReason otherwise) {
        if (!holds) {
            found.add(otherwise);
        }
    }

    /** @param challenge that was given, if any was */
    void client(CollectedClientData client, ClientDataType kind, byte @Nullable [] challenge) {
        require(kind.equals(client.getType()), PasskeyReason.ANSWER_OF_ANOTHER_KIND);
        require(
                challenge == null
                        || (client.getChallenge() != null
                                && MessageDigest.isEqual(
                                        challenge, client.getChallenge().getValue())),
                PasskeyReason.CHALLENGE_DIFFERS);
        require(settings.origins().contains(String.valueOf(client.getOrigin())), PasskeyReason.ORIGIN_DIFFERS);
        require(
                !Boolean.TRUE.equals(client.getCrossOrigin()) && client.getTopOrigin() == null,
                PasskeyReason.PAGE_EMBEDDED);
    }

    void authenticator(AuthenticatorData<?> data) {
        require(
                MessageDigest.isEqual(DigestUtils.sha256(settings.relyingParty()), data.getRpIdHash()),
                PasskeyReason.RELYING_PARTY_DIFFERS);
        require(data.isFlagUP(), PasskeyReason.NOBODY_PRESENT);
        require(data.isFlagUV(), PasskeyReason.NOBODY_VERIFIED);
        require(data.isFlagBE() || !data.isFlagBS(), PasskeyReason.BACKUP_STATE_WRONG);
    }

    /** @param key null where the authenticator sent none */
    void newKey(@Nullable AttestedCredentialData key) {
        require(key != null, PasskeyReason.KEY_MISSING);
        require(
                key == null
                        || WebAuthnLibrary.ALGORITHMS.contains(key.getCOSEKey().getAlgorithm()),
                PasskeyReason.ALGORITHM_NOT_OFFERED);
    }

    void signature(AuthenticationData answer, AttestedCredentialData key) {
        require(isSignedBy(answer, key), PasskeyReason.SIGNATURE_WRONG);
    }

    private static boolean isSignedBy(AuthenticationData answer, AttestedCredentialData key) {
        var signed = new ByteArrayOutputStream();
        signed.writeBytes(answer.getAuthenticatorDataBytes());
        signed.writeBytes(DigestUtils.sha256(answer.getCollectedClientDataBytes()));
        try {
            var algorithm = key.getCOSEKey().getAlgorithm();
            var verifier = SignatureUtil.createSignature(algorithm.toSignatureAlgorithm());
            verifier.initVerify(key.getCOSEKey().getPublicKey());
            verifier.update(signed.toByteArray());
            return verifier.verify(answer.getSignature());
        } catch (GeneralSecurityException e) {
            // a signature that is none, among others
            return false;
        }
    }

    /** A counter that stands still or goes back is a copy's, unless it never counted at all. */
    static boolean hasGoneBack(long seen, long told) {
        return (seen != 0 || told != 0) && told <= seen;
    }
}
