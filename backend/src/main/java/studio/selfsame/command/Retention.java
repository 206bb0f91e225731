package studio.selfsame.command;

import java.io.IOException;
import java.io.PrintStream;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import studio.selfsame.problem.ProblemException;
import studio.selfsame.retention.RetentionSweeper;

/**
 * {@code ./selfsame retention [--dry-run]}: erases what has been kept long enough, as a running server does once a day, or
 * tells what would go.
 */
final class Retention implements Command {
    static final int DONE = 0;
    static final int NOT_WHOLLY = 1;
    static final int FAILED = 2;
    static final String DRY_RUN = "--dry-run";

    private final PrintStream out;

    Retention() {
        this(System.out);
    }

    Retention(PrintStream out) {
        this.out = out;
    }

    @Override
    public String name() {
        return "retention";
    }

    @Override
    public String summary() {
        return "erase what has been kept long enough: retention [--dry-run]; exit code 0 done, 1 not wholly, 2 error";
    }

    @Override
    public int run(List<String> arguments) throws IOException {
        try {
            boolean dry = dry(arguments);
            try (var studio = DatabaseAlone.open(Settings.home(Map.of()))) {
                var sweeper = studio.room(RetentionSweeper.class);
                return tell(dry ? sweeper.due() : sweeper.sweep(), dry);
            }
        } catch (RuntimeException e) {
            var problem = Told.behind(e);
            if (problem == null) {
                throw e;
            }
            Told.problem(problem);
            return FAILED;
        }
    }

    static boolean dry(List<String> arguments) {
        if (!arguments.isEmpty() && !arguments.equals(List.of(DRY_RUN))) {
            throw ProblemException.unusable(
                    "retention",
                    "That is not a form of this command.",
                    "Nothing was erased.",
                    "Write `./selfsame retention` or `./selfsame retention " + DRY_RUN + "`.");
        }
        return !arguments.isEmpty();
    }

    int tell(List<RetentionSweeper.Swept> swept, boolean dry) {
        boolean whole = true;
        for (var each : swept) {
            out.println("%-26s up to %s: %d %s%s"
                    .formatted(
                            each.clock().code(),
                            each.upTo().truncatedTo(ChronoUnit.SECONDS),
                            each.count(),
                            dry ? "would go" : "erased",
                            each.whole() ? "" : ", not all: see the log"));
            whole &= each.whole();
        }
        out.println(dry ? "Nothing was erased." : "What was erased is on the audit trail, by kind and number.");
        return whole ? DONE : NOT_WHOLLY;
    }
}
