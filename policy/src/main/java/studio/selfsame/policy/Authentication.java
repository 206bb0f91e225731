package studio.selfsame.policy;

import java.time.Duration;

/** How the person who asks has signed in. */
public sealed interface Authentication {
    /**
     * They are there.
     *
     * @param level {@code acr} as a number: 0 only remembered, 1 a password, 2 a passkey
     * @param age time since they last proved it; negative when the proof is dated in the future
     * @param canStepUp their account has a passkey, so that a password alone is less than they can show
     */
    record SignedIn(int level, Duration age, boolean canStepUp) implements Authentication {
        /** Seconds begun, so that anything beyond N seconds counts as N + 1; at the ends of {@code long} no further. */
        long secondsBegun() {
            long whole = age.getSeconds();
            return age.getNano() > 0 && whole < Long.MAX_VALUE ? whole + 1 : whole;
        }
    }

    /** Nobody is there: work goes on that was allowed while they were. Signs nothing. */
    record Unattended() implements Authentication {}
}
