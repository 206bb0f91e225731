package studio.selfsame.consent.deletion;

import java.time.Instant;
import studio.selfsame.consent.LikenessId;

/** @param endedBy owner, ungranted or unused */
record EndedLikeness(LikenessId id, Instant endedAt, String endedBy) {}
