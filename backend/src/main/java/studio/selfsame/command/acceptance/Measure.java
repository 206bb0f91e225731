package studio.selfsame.command.acceptance;

/**
 * A figure with the target of the guide.
 *
 * @param atLeast whether the target is a floor; otherwise it is a ceiling
 */
public record Measure(String name, double value, String unit, double target, boolean atLeast) {
    static Measure floor(String name, double value, String unit, double target) {
        return new Measure(name, value, unit, target, true);
    }

    static Measure ceiling(String name, double value, String unit, double target) {
        return new Measure(name, value, unit, target, false);
    }
}
