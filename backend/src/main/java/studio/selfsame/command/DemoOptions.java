package studio.selfsame.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the demo works on.
 *
 * @param out folder for the results
 * @param footage video of one person speaking to the camera
 * @param portrait picture of the same person
 * @param script what they shall say, US English
 */
record DemoOptions(Path out, Path footage, Path portrait, String script) {
    static final String SCRIPT = "Hello, I am Ada. Nobody filmed me saying this. "
            + "My own studio made it, with my permission, and every frame says so.";

    /** Bad command line: {@code getMessage} is meant for the user. */
    static final class Misused extends RuntimeException {
        Misused(String message) {
            super(message);
        }
    }

    /** @param product folder of the product, with the presenter that comes with it */
    static DemoOptions parse(List<String> args, Path product) {
        Path presenter = presenter(product);
        Path out = product.resolve("target/demo");
        Path footage = null;
        Path portrait = null;
        String script = SCRIPT;
        Deque<String> rest = new ArrayDeque<>(args);
        while (!rest.isEmpty()) {
            String option = rest.pop();
            if (rest.isEmpty()) {
                throw new Misused("`" + option + "` needs a value, or is not known. See ./selfsame --help.");
            }
            String value = rest.pop();
            switch (option) {
                case "--out" -> out = Path.of(value);
                case "--footage" -> footage = readable(option, value);
                case "--portrait" -> portrait = readable(option, value);
                case "--script" -> script = value;
                default -> throw new Misused("`" + option + "` is not known. See ./selfsame --help.");
            }
        }
        if ((footage == null) != (portrait == null)) {
            throw new Misused("Give --footage and --portrait together: they must show the same person.");
        }
        return new DemoOptions(
                out,
                orElse(footage, presenter.resolve("footage.mp4")),
                orElse(portrait, presenter.resolve("portrait.jpg")),
                script);
    }

    /** Ada, who belongs to nobody. */
    static Path presenter(Path product) {
        return product.resolve("backend/presenters/ada");
    }

    private static Path orElse(@Nullable Path given, Path otherwise) {
        return given == null ? otherwise : given;
    }

    private static Path readable(String option, String value) {
        Path file = Path.of(value);
        if (!Files.isReadable(file)) {
            throw new Misused(option + ": there is no readable file `" + value + "`.");
        }
        return file;
    }
}
