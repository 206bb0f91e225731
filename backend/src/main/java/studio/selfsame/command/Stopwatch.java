package studio.selfsame.command;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/** Runs stages, prints a line for each, and keeps how long each took. */
final class Stopwatch {
    private final PrintStream out;
    private final List<Stage> stages = new ArrayList<>();

    /**
     * @param seconds wall-clock time
     * @param cpuSeconds processor time of this process and its descendants
     */
    record Stage(String name, double seconds, double cpuSeconds) {}

    Stopwatch(PrintStream out) {
        this.out = out;
    }

    <T> T stage(String name, Supplier<T> work, java.util.function.Function<T, String> told) {
        out.printf("  %-11s …%n", name);
        long start = System.nanoTime();
        double before = FamilyCpu.seconds();
        T result = work.get();
        double seconds = (System.nanoTime() - start) / 1e9;
        double busy = Math.max(0, FamilyCpu.seconds() - before);
        stages.add(new Stage(name, Math.round(seconds * 10) / 10.0, Math.round(busy * 10) / 10.0));
        out.printf(Locale.ROOT, "  %-11s %6.1f s  %s%n", name, seconds, told.apply(result));
        return result;
    }

    List<Stage> stages() {
        return List.copyOf(stages);
    }

    double seconds(String name) {
        return sum(name, Stage::seconds);
    }

    double cpuSeconds(String name) {
        return sum(name, Stage::cpuSeconds);
    }

    private double sum(String name, ToDoubleFunction<Stage> figure) {
        return stages.stream()
                .filter(stage -> stage.name().equals(name))
                .mapToDouble(figure)
                .sum();
    }
}
