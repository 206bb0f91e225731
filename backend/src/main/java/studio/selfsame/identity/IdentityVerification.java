package studio.selfsame.identity;

import java.time.Instant;
import java.util.UUID;

/**
 * A referee's recorded decision that this account's holder is the person in the portrait.
 *
 * @param decidedAt when; stale after 30 days
 */
public record IdentityVerification(UUID id, PersonId person, Instant decidedAt, UUID refereeId) {}
