package studio.selfsame.command.acceptance;

import java.util.List;
import java.util.Locale;

/**
 * One attack on all clips or tracks.
 *
 * @param exact how often the exact id was read
 * @param wrong how often another id was read: never
 * @param missed names of the clips or tracks it was not read from
 */
public record Row(String attack, String tier, int attempts, int exact, int wrong, List<String> missed) {
    /** Beside the name of a clip or track on which the attack itself failed. */
    static final String FAILED = " (the attack failed)";

    boolean failed() {
        return missed.stream().anyMatch(name -> name.endsWith(FAILED));
    }

    /** 0..100. */
    public double percent() {
        return attempts == 0 ? 0 : 100.0 * exact / attempts;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%3d/%d  tier %s%s%s",
                exact,
                attempts,
                tier,
                wrong == 0 ? "" : "  WRONG IDS: " + wrong,
                missed.isEmpty() ? "" : "  missed: " + String.join(", ", missed));
    }
}
