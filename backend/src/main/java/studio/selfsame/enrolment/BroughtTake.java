package studio.selfsame.enrolment;

import java.time.Instant;

/** A verified driving take, as its owner may be shown it in a list. */
public record BroughtTake(RecordingId id, double seconds, Instant verifiedAt) {}
