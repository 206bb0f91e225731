package studio.selfsame.command;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import studio.selfsame.problem.ProblemException;

/** Configuration keys from the command line. */
final class Settings {
    private static final String HOME = "selfsame.home";

    private Settings() {}

    /** {@code --key=value} arguments by key. */
    static Map<String, String> parse(List<String> arguments) {
        var settings = new LinkedHashMap<String, String>();
        for (var argument : arguments) {
            var equals = argument.indexOf('=');
            if (!argument.startsWith("--") || equals < 3) {
                throw ProblemException.unusable(
                        "start",
                        "`" + argument + "` is not of the form `--key=value`",
                        "Nothing was started.",
                        "Write for instance `--server.port=8090`.");
            }
            settings.put(argument.substring(2, equals), argument.substring(equals + 1));
        }
        return settings;
    }

    /** The studio's home: as set, else SELFSAME_HOME, else {@code .selfsame} in the present folder. */
    static Path home(Map<String, String> settings) {
        var fromEnvironment = System.getenv("SELFSAME_HOME");
        var home = settings.getOrDefault(
                HOME, fromEnvironment == null || fromEnvironment.isBlank() ? ".selfsame" : fromEnvironment);
        return Path.of(home).toAbsolutePath().normalize();
    }
}
