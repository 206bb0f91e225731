package studio.selfsame.command;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import studio.selfsame.problem.Problem;
import studio.selfsame.problem.ProblemException;
import studio.selfsame.vault.KeyRotation;

/** {@code ./selfsame keys rotate}: on the files of the studio's home, whether or not the studio runs. */
final class Keys implements Command {
    static final int FAILED = 2;

    @Override
    public String name() {
        return "keys";
    }

    @Override
    public String summary() {
        return "the master key: keys rotate wraps every data key anew; exit code 0 done, 2 not or not wholly";
    }

    @Override
    public int run(List<String> arguments) {
        try {
            if (arguments.isEmpty() || !arguments.getFirst().equals("rotate")) {
                throw ProblemException.unusable(
                        name(),
                        "That is not a thing to do with keys.",
                        "No key was changed.",
                        "Write `./selfsame keys rotate`.");
            }
            Map<String, String> settings = Settings.parse(arguments.subList(1, arguments.size()));
            var outcome = KeyRotation.ofHome(Settings.home(settings), settings).rotate();
            System.out.println(told(outcome));
            return outcome.unopened().isEmpty() ? 0 : FAILED;
        } catch (Exception e) {
            var problem = Told.behind(e);
            Told.problem(problem != null ? problem : unexpected(e));
            return FAILED;
        }
    }

    private static String told(KeyRotation.Outcome outcome) {
        var text = new StringBuilder();
        if (outcome.finished()) {
            text.append("An interrupted rotation was finished.\n");
        }
        text.append("Data keys re-wrapped: %d, by version %s of the master key.\n"
                .formatted(outcome.rewrapped(), outcome.version()));
        text.append("Earlier versions destroyed: %s."
                .formatted(outcome.dropped().isEmpty() ? "none" : String.join(", ", outcome.dropped())));
        if (!outcome.unopened().isEmpty()) {
            text.append("\nData keys that no version of the master key opens, left as they are: ")
                    .append(outcome.unopened().stream()
                            .map(id -> id.value().toString())
                            .collect(Collectors.joining(", ")))
                    .append("\nPut these key files back from a backup, or remove them, then rotate again.");
        }
        return text.toString();
    }

    private static Problem unexpected(Exception e) {
        return new Problem(
                "keys",
                e.getMessage() == null ? "The rotation failed." : e.getMessage(),
                "Every data key that opened before opens now; a rotation that had begun is not finished.",
                "Put right what is wrong, then rotate again: it goes on where it stopped.");
    }
}
