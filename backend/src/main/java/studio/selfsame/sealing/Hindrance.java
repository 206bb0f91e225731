package studio.selfsame.sealing;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import studio.selfsame.problem.Problem;

/**
 * Why no render at all may be sealed before an operator has looked after it.
 *
 * @param subject the cause: of one kind, one alert at a time is open about each
 * @param told to whoever waits for the video; empty where nothing can be said but that it failed
 */
record Hindrance(AlertKind kind, String subject, Optional<Problem> told) {
    private static final List<String> NO_ROOM = List.of("No space left", "Disk quota exceeded");
    private static final String NOTHING = "The video was not finished. Nothing was delivered.";

    /** @param cause what was thrown; null where workers died of it */
    static Hindrance of(@Nullable Throwable cause) {
        for (@Nullable Throwable one = cause; one != null; one = one.getCause()) {
            if (one instanceof UnstampedException) {
                return new Hindrance(
                        AlertKind.TIME_STAMP_MISSING,
                        "time-stamp",
                        Optional.of(new Problem(
                                SealingProblems.STAGE,
                                "The time stamping authority that every video needs gave no time stamp.",
                                NOTHING,
                                "Render it again later; the operator has been told.")));
            }
            if (NO_ROOM.stream().anyMatch(String.valueOf(one.getMessage())::contains)) {
                return new Hindrance(
                        AlertKind.DISK_FULL,
                        "disk",
                        Optional.of(new Problem(
                                SealingProblems.STAGE,
                                "The studio's disk is full.",
                                NOTHING,
                                "Render it again later; the operator has been told.")));
            }
        }
        return new Hindrance(
                AlertKind.SEALING_FAILED,
                cause == null ? "worker-died" : cause.getClass().getSimpleName(),
                Optional.empty());
    }
}
