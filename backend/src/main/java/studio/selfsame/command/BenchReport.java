package studio.selfsame.command;

import java.util.List;
import java.util.Map;

/**
 * What every bench answers with.
 *
 * @param machine processor, cores and memory it ran on
 * @param details figures beside the gates, by name
 */
record BenchReport(String bench, String machine, List<Gate> gates, Map<String, Object> details) {
    /**
     * A figure with a target.
     *
     * @param target what it must reach, e.g. {@code ≥ 1} or {@code ≤ 12}
     */
    record Gate(String name, double value, String unit, String target, boolean met) {
        static Gate atLeast(String name, double value, String unit, double target) {
            return new Gate(name, round(value), unit, "≥ " + plain(target), value >= target);
        }

        static Gate atMost(String name, double value, String unit, double target) {
            return new Gate(name, round(value), unit, "≤ " + plain(target), value <= target);
        }

        private static double round(double value) {
            return Math.round(value * 1000) / 1000.0;
        }

        private static String plain(double value) {
            return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
        }
    }

    boolean met() {
        return gates.stream().allMatch(Gate::met);
    }
}
