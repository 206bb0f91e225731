package studio.selfsame.identity;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Signatures by a person's passkeys (W3C Web Authentication, Level 3), registered in the studio by the person themselves.
 *
 * <p>The challenge of a ceremony is the digest of what is signed, 32 bytes, followed by 32 random bytes: whoever holds the
 * signed document can see that it was this one, and no ceremony can be played again.
 */
public interface Passkeys {
    /** Whether the person has a passkey that stands. */
    boolean any(PersonId person);

    /**
     * Begins a ceremony of the person's, good for five minutes and one answer.
     *
     * @param digest SHA-256 of what is to be signed, 32 bytes
     * @throws studio.selfsame.problem.ProblemException REFUSED when the person has no passkey
     */
    Ceremony begin(PersonId signer, byte[] digest);

    /**
     * Verifies the answer: origin, relying party, challenge, that the person was present and verified by their device, and
     * the signature. The ceremony is spent, whatever the outcome.
     *
     * @throws studio.selfsame.problem.ProblemException REFUSED with every reason when it does not hold
     */
    Signature verify(PersonId signer, byte[] digest, Assertion assertion);

    /**
     * @param challenge base64url without padding
     * @param credentialIds of the passkeys that may answer, base64url
     */
    record Ceremony(UUID id, String relyingParty, String challenge, List<String> credentialIds, Instant expiresAt) {}

    /**
     * What the browser answered; all base64url.
     *
     * @param ceremony the {@link Ceremony#id}
     */
    record Assertion(
            UUID ceremony, String credentialId, String authenticatorData, String clientDataJson, String signature) {
        @Override
        public String toString() {
            return "Assertion[" + ceremony + "]";
        }
    }

    /**
     * What proves to anybody that the passkey signed: the signature is over {@code authenticatorData} and SHA-256 of
     * {@code clientDataJson}, which carries the challenge. All base64url.
     *
     * @param publicKey X.509 SubjectPublicKeyInfo, DER
     */
    record Signature(
            PersonId signer,
            String credentialId,
            String publicKey,
            String authenticatorData,
            String clientDataJson,
            String signature,
            Instant at) {
        @Override
        public String toString() {
            return "Signature[" + at + "]";
        }
    }
}
