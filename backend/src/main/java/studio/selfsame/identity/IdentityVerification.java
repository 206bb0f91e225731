package studio.selfsame.identity;

import java.time.Instant;
import java.util.UUID;
import studio.selfsame.policy.Age;
import studio.selfsame.policy.PublicFigure;

/**
 * A referee's recorded decision that this account's holder is the person in the portrait.
 *
 * @param decidedAt when; stale after 30 days
 * @param age what the document showed; UNKNOWN where the referee did not say
 * @param publicFigure whether many people know them; UNKNOWN where the referee did not say
 */
public record IdentityVerification(
        UUID id, PersonId person, Instant decidedAt, UUID refereeId, Age age, PublicFigure publicFigure) {}
