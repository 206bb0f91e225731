package studio.selfsame.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** The script {@code selfsame} at the product's root. */
final class Launcher {
    static final Path PRODUCT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern COMMAND = Pattern.compile("(?m)^ {2}([a-z]+) +\\S");

    private Launcher() {}

    /** What it said, on either channel, and how it ended. */
    record Outcome(int code, String said) {}

    static Outcome run(Path folder, Path script, String... arguments) throws IOException, InterruptedException {
        var line = new ArrayList<>(List.of("bash", script.toString()));
        line.addAll(List.of(arguments));
        return run(folder, line);
    }

    static Outcome run(Path folder, List<String> line) throws IOException, InterruptedException {
        var process = new ProcessBuilder(line)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException("still running: " + line);
        }
        return new Outcome(process.exitValue(), said);
    }

    /** The words of a {@code --help}. */
    static List<String> commands(String help) {
        return COMMAND.matcher(help).results().map(found -> found.group(1)).toList();
    }
}
