package studio.selfsame.command;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import studio.selfsame.audit.AuditVerification;
import studio.selfsame.problem.ProblemException;

/** What {@code ./selfsame audit} is asked to do. */
sealed interface AuditOptions {
    String STAGE = "audit";
    String FORMS = "Write `./selfsame audit export DIR [--public]`,"
            + " `./selfsame audit verify EXPORT [--key VERIFIERKEY] [--since CHECKPOINT_FILE] [--witness VERIFIERKEY …]`"
            + " or `./selfsame audit erase SUBJECT … --reason CODE`.";

    /** @param disclose whether to write what the entries say, too */
    record Export(Path folder, boolean disclose) implements AuditOptions {}

    record Verify(Path export, AuditVerification.With with) implements AuditOptions {}

    record Erase(Set<String> subjects, String reason) implements AuditOptions {}

    /** @throws ProblemException when the arguments are not of one of the {@link #FORMS} */
    static AuditOptions parse(List<String> arguments) {
        Deque<String> rest = new ArrayDeque<>(arguments);
        String verb = rest.isEmpty() ? "" : rest.pop();
        List<String> names = new ArrayList<>();
        List<String> witnesses = new ArrayList<>();
        Optional<String> key = Optional.empty();
        Optional<Path> since = Optional.empty();
        Optional<String> reason = Optional.empty();
        boolean disclose = true;
        while (!rest.isEmpty()) {
            String word = rest.pop();
            switch (verb + " " + word) {
                case "export --public" -> disclose = false;
                case "verify --key" -> key = Optional.of(value(word, rest));
                case "verify --since" -> since = Optional.of(Path.of(value(word, rest)));
                case "verify --witness" -> witnesses.add(value(word, rest));
                case "erase --reason" -> reason = Optional.of(value(word, rest));
                default -> names.add(name(word));
            }
        }
        return switch (verb) {
            case "export" -> new Export(Path.of(only(names)), disclose);
            case "verify" ->
                new Verify(Path.of(only(names)), new AuditVerification.With(key, since, List.copyOf(witnesses)));
            case "erase" -> {
                if (names.isEmpty() || reason.isEmpty()) {
                    throw misused("Whose entries are to be erased, and why, must both be said.");
                }
                yield new Erase(new LinkedHashSet<>(names), reason.get());
            }
            default -> throw misused("That is not a form of this command.");
        };
    }

    private static String only(List<String> names) {
        if (names.size() != 1) {
            throw misused("One folder is named at a time.");
        }
        return names.getFirst();
    }

    private static String name(String word) {
        if (word.startsWith("--")) {
            throw misused("`" + word + "` is no option here.");
        }
        return word;
    }

    private static String value(String option, Deque<String> rest) {
        if (rest.isEmpty() || rest.peek().startsWith("--")) {
            throw misused("`" + option + "` needs a value.");
        }
        return rest.pop();
    }

    private static ProblemException misused(String cause) {
        return ProblemException.unusable(STAGE, cause, "Nothing was done.", FORMS);
    }
}
