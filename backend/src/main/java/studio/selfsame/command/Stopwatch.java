package studio.selfsame.command;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/** Runs stages, prints a line for each, and keeps how long each took. */
final class Stopwatch {
    private final PrintStream out;
    private final List<Stage> stages = new ArrayList<>();

    /** @param seconds wall-clock time */
    record Stage(String name, double seconds) {}

    Stopwatch(PrintStream out) {
        this.out = out;
    }

    <T> T stage(String name, Supplier<T> work, java.util.function.Function<T, String> told) {
        out.printf("  %-11s …%n", name);
        long start = System.nanoTime();
        T result = work.get();
        double seconds = (System.nanoTime() - start) / 1e9;
        stages.add(new Stage(name, Math.round(seconds * 10) / 10.0));
        out.printf(Locale.ROOT, "  %-11s %6.1f s  %s%n", name, seconds, told.apply(result));
        return result;
    }

    List<Stage> stages() {
        return List.copyOf(stages);
    }

    double seconds(String name) {
        return stages.stream()
                .filter(stage -> stage.name().equals(name))
                .mapToDouble(Stage::seconds)
                .sum();
    }
}
