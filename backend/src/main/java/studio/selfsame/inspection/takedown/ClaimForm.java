package studio.selfsame.inspection.takedown;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import studio.selfsame.problem.ProblemException;

/**
 * A form that was filled in as it must be.
 *
 * @param outputId 16 hex digits; not looked up yet
 */
record ClaimForm(TakedownKind kind, Claimant claimant, Optional<String> outputId, Claim claim) {
    static final int MOST_CHARACTERS = 5_000;
    private static final int LEAST_STATEMENT = 20;
    private static final int MOST_LINE = 500;
    private static final Pattern OUTPUT_ID = Pattern.compile("[0-9a-f]{16}");

    /**
     * @param fields by name
     * @param file a file came with them
     * @throws ProblemException that says what is missing
     */
    static ClaimForm of(Map<String, String> fields, boolean file) {
        TakedownKind kind = code(TakedownKind.class, fields, "kind");
        Claimant claimant = code(Claimant.class, fields, "claimant");
        String name = line(fields, "name", "your name");
        String contact = line(fields, "contact", "where you can be reached, e.g. your e-mail address");
        String shown = field(fields, "personShown");
        if (claimant == Claimant.FOR_PERSON_SHOWN && shown.isEmpty()) {
            throw missing("the name of the person shown, for whom you act");
        }
        String statement = field(fields, "statement");
        if (statement.length() < LEAST_STATEMENT) {
            throw missing("in a sentence or two what it shows and why it must go");
        }
        if (!field(fields, "goodFaith").equals("true")) {
            throw missing("that you believe in good faith what you say");
        }
        String outputId = field(fields, "outputId").toLowerCase(Locale.ROOT);
        if (!outputId.isEmpty() && !OUTPUT_ID.matcher(outputId).matches()) {
            throw TakedownProblems.unfit(
                    "`outputId` is no id of an output.", "It has 16 digits from 0 to 9 and a to f; or leave it empty.");
        }
        String url = field(fields, "url");
        if (!file && outputId.isEmpty() && url.isEmpty()) {
            throw missing("what it is about: a file, the id of an output, or where it is shown");
        }
        return new ClaimForm(
                kind,
                claimant,
                Optional.of(outputId).filter(given -> !given.isEmpty()),
                new Claim(
                        name,
                        contact,
                        claimant == Claimant.PERSON_SHOWN && shown.isEmpty() ? name : shown,
                        statement,
                        url.isEmpty() ? null : url));
    }

    private static String line(Map<String, String> fields, String name, String what) {
        String line = field(fields, name);
        if (line.length() < 2 || line.length() > MOST_LINE) {
            throw missing(what);
        }
        return line;
    }

    private static String field(Map<String, String> fields, String name) {
        @Nullable String text = fields.get(name);
        return text == null ? "" : text.strip();
    }

    private static <E extends Enum<E>> E code(Class<E> type, Map<String, String> fields, String name) {
        String given = field(fields, name);
        for (E known : type.getEnumConstants()) {
            if (known.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(given)) {
                return known;
            }
        }
        throw TakedownProblems.unfit("`" + name + "` is not one of its choices.", "Choose one of those in the form.");
    }

    private static ProblemException missing(String what) {
        return TakedownProblems.unfit("The form does not say " + what + ".", "Fill it in and send it again.");
    }
}
