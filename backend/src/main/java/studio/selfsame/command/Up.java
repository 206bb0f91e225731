package studio.selfsame.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import studio.selfsame.host.EmbeddedStudio;

/** {@code ./selfsame up}: the studio, until Ctrl-C. */
final class Up implements Command {
    @Override
    public String name() {
        return "up";
    }

    @Override
    public String summary() {
        return "start the studio on http://localhost:8080; Ctrl-C stops all it started; --KEY=VALUE sets a key";
    }

    @Override
    public int run(List<String> arguments) {
        Map<String, String> settings = Settings.parse(arguments);
        var studio = EmbeddedStudio.start(Settings.home(settings), settings);
        System.out.println(
                "The studio is ready: " + studio.baseUrl() + "  (the referee's and the operator's passwords: "
                        + relative(studio.accounts()) + "; Ctrl-C stops everything)");
        return 0;
    }

    private static Path relative(Path path) {
        var here = Path.of("").toAbsolutePath();
        return path.startsWith(here) ? here.relativize(path) : path;
    }
}
