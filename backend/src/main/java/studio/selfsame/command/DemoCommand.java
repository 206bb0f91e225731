package studio.selfsame.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import studio.selfsame.host.EmbeddedStudio;
import studio.selfsame.media.Media;

/** {@code ./selfsame demo}. */
final class DemoCommand implements Command {
    private static final int MISUSED = 64;
    private static final int UNPROVEN = 1;
    static final Map<String, String> ANY_FREE_PORT = Map.of("server.port", "0", "selfsame.host.keycloak-port", "0");

    @Override
    public String name() {
        return "demo";
    }

    @Override
    public String summary() {
        return "the whole main job, with proof; --out DIR, --footage FILE --portrait FILE, --script TEXT";
    }

    @Override
    public int run(List<String> arguments) throws IOException {
        DemoOptions options;
        try {
            options = DemoOptions.parse(arguments, product());
        } catch (DemoOptions.Misused e) {
            System.err.println(e.getMessage());
            return MISUSED;
        }
        Files.createDirectories(options.out());
        Stopwatch watch = new Stopwatch(System.out);
        System.out.println("Selfsame demo on " + Machine.name());
        try (MemoryPeak memory = new MemoryPeak();
                EmbeddedStudio studio = watch.stage(
                        "start",
                        () -> EmbeddedStudio.start(Settings.home(Map.of()), ANY_FREE_PORT),
                        started -> "Postgres, Keycloak, server and workers on loopback")) {
            Demo demo = new Demo(options, DemoCast.at(studio), studio.room(Media.class), watch);
            demo.tell(demo.run(memory), System.out);
            return 0;
        } catch (Journey.Unproven | StudioClient.Refusal e) {
            System.err.println("Not proven: " + e.getMessage());
            return UNPROVEN;
        }
    }

    /** The product's own folder, told by the launcher. */
    static Path product() {
        return Path.of(System.getProperty("selfsame.root", "."));
    }
}
