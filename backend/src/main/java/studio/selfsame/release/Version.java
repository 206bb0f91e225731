package studio.selfsame.release;

import java.util.Optional;
import java.util.UUID;
import studio.selfsame.identity.PersonId;

/**
 * A version of a release.
 *
 * @param number from 1
 * @param folder where its documents lie
 * @param signer who is to sign for the organisation
 * @param digest of the two documents, 64 hex digits; empty while the talent is not bound
 * @param sealedSha256 of the sealed PDF, 64 hex digits; there exactly when both have signed
 */
record Version(
        int number,
        VersionTerms terms,
        UUID folder,
        PersonId signer,
        Optional<String> digest,
        Optional<String> sealedSha256,
        Optional<Signed> studio,
        Optional<Signed> talent) {
    boolean unsigned() {
        return studio.isEmpty() && talent.isEmpty();
    }

    boolean signedByBoth() {
        return studio.isPresent() && talent.isPresent();
    }
}
