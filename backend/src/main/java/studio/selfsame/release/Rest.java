package studio.selfsame.release;

import java.time.Instant;
import studio.selfsame.policy.Suspension;

/**
 * One side lets the release rest.
 *
 * @param reason strike or dispute
 */
record Rest(Side side, Suspension reason, Instant since) {}
