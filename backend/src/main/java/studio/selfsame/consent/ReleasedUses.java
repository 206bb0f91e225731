package studio.selfsame.consent;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import studio.selfsame.policy.Content;
import studio.selfsame.policy.ReleaseFacts;
import studio.selfsame.policy.UseTerms;

/** What consent asks of the room that keeps talent releases. */
public interface ReleasedUses {
    /**
     * The use and its release as they stand now. To be called in a transaction: until it ends nobody can spend what is left
     * of the release, sign it, let it rest or end it.
     *
     * @param length of the result; becomes {@link UseTerms#length()}
     * @param render whose own share, if it has one set aside, is not counted as spent
     */
    Optional<ReleasedUse> find(ReleaseUseId use, Duration length, UUID render);

    /** The same to be read only; holds nobody back. */
    Optional<ReleasedUse> read(ReleaseUseId use, Duration length);

    /**
     * @param release the version that both have signed, or the newest where none is signed by both
     * @param scriptSha256 of the script that was asked for, UTF-8, 64 hex digits: nothing else may be said under this use
     */
    record ReleasedUse(ReleaseFacts release, UseTerms terms, Content content, String scriptSha256) {}
}
