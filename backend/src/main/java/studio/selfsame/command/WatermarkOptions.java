package studio.selfsame.command;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import studio.selfsame.problem.ProblemException;
import studio.selfsame.watermark.Payload;
import studio.selfsame.watermark.Search;

/** What {@code ./selfsame watermark} is asked to do. */
sealed interface WatermarkOptions {
    String STAGE = "watermark";
    String FORMS = "Write `./selfsame watermark embed IN OUT --id HEX --key FILE`,"
            + " `./selfsame watermark detect FILE --key FILE [--key FILE2 …] [--json] [--common]`"
            + " or `./selfsame watermark key FILE [--name ID]`.";

    /** @param id 64 bits that mean nothing outside the records of whoever marks */
    record Embed(Path in, Path out, Payload id, Path key) implements WatermarkOptions {}

    /** @param keys files with the keys to try */
    record Detect(Path file, List<Path> keys, boolean json, Search search) implements WatermarkOptions {}

    /** @param name public name of the key to make; one of its own where none is given */
    record Key(Path file, Optional<String> name) implements WatermarkOptions {}

    /** @throws ProblemException when the arguments are not of one of the {@link #FORMS} */
    static WatermarkOptions parse(List<String> arguments) {
        Deque<String> rest = new ArrayDeque<>(arguments);
        String verb = rest.isEmpty() ? "" : rest.pop();
        List<String> names = new ArrayList<>();
        List<Path> keys = new ArrayList<>();
        Optional<String> id = Optional.empty();
        Optional<String> name = Optional.empty();
        boolean json = false;
        boolean common = false;
        while (!rest.isEmpty()) {
            String word = rest.pop();
            switch (verb + " " + word) {
                case "embed --key", "detect --key" -> keys.add(Path.of(value(word, rest)));
                case "embed --id" -> id = Optional.of(value(word, rest));
                case "key --name" -> name = Optional.of(value(word, rest));
                case "detect --json" -> json = true;
                case "detect --common" -> common = true;
                default -> names.add(file(word));
            }
        }
        return switch (verb + " " + names.size()) {
            case "embed 2" -> new Embed(Path.of(names.get(0)), Path.of(names.get(1)), payload(id), only(keys));
            case "detect 1" ->
                new Detect(Path.of(names.getFirst()), some(keys), json, common ? Search.COMMON : Search.FULL);
            case "key 1" -> new Key(Path.of(names.getFirst()), name);
            default -> throw misused("That is not a form of this command.");
        };
    }

    private static String value(String option, Deque<String> rest) {
        if (rest.isEmpty()) {
            throw misused("`" + option + "` needs a value.");
        }
        return rest.pop();
    }

    private static String file(String word) {
        if (word.startsWith("--")) {
            throw misused("`" + word + "` is not known here.");
        }
        return word;
    }

    private static Payload payload(Optional<String> id) {
        try {
            return Payload.ofHex(id.orElseThrow(
                            () -> misused("`--id` is missing: the 64 bits to embed, 16 hexadecimal" + " digits."))
                    .toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException unfit) {
            throw misused("`--id` takes 16 hexadecimal digits.");
        }
    }

    private static List<Path> some(List<Path> keys) {
        if (keys.isEmpty()) {
            throw misused("`--key` is missing: without a key there is no mark.");
        }
        return List.copyOf(keys);
    }

    private static Path only(List<Path> keys) {
        if (some(keys).size() > 1) {
            throw misused("A mark is made with one key.");
        }
        return keys.getFirst();
    }

    private static ProblemException misused(String cause) {
        return ProblemException.unusable(STAGE, cause, "Nothing was done.", FORMS);
    }
}
