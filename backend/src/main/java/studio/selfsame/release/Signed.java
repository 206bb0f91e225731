package studio.selfsame.release;

import java.time.Instant;
import studio.selfsame.identity.PersonId;

/** Somebody has signed a version. */
record Signed(PersonId by, Instant at) {}
