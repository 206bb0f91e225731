package studio.selfsame.policy;

import java.time.Duration;

/** How well the person who asks is known. */
public sealed interface Verification {
    /** No referee has approved a verification. */
    record None() implements Verification {}

    /** @param age time since the approval; negative when it is dated in the future */
    record Approved(Duration age) implements Verification {
        /** Days begun, so that anything beyond N times 24 hours counts as N + 1. */
        long daysBegun() {
            long whole = age.toDays();
            return age.compareTo(Duration.ofDays(whole)) > 0 ? whole + 1 : whole;
        }
    }
}
