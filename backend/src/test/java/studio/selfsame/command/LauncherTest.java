package studio.selfsame.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LauncherTest {
    private static final Path SCRIPT = Launcher.PRODUCT.resolve("selfsame");

    @TempDir
    Path elsewhere;

    @Test
    void help_fromAnotherFolderThroughALink_namesEveryCommand() throws Exception {
        var link = Files.createSymbolicLink(elsewhere.resolve("studio"), SCRIPT);

        var help = Launcher.run(elsewhere, link, "--help");

        assertThat(help.code()).isZero();
        assertThat(Launcher.commands(help.said()))
                .containsExactly(
                        "demo",
                        "up",
                        "inspect",
                        "watermark",
                        "policy",
                        "consent",
                        "retention",
                        "audit",
                        "bench",
                        "keys",
                        "test",
                        "mutants",
                        "build");
    }

    @Test
    void noCommand_given_isHelp() throws Exception {
        assertThat(Launcher.run(elsewhere, SCRIPT)).isEqualTo(Launcher.run(elsewhere, SCRIPT, "help"));
    }

    @Test
    void unknownCommand_given_isRefusedBeforeAnythingIsBuilt() throws Exception {
        var refused = Launcher.run(elsewhere, SCRIPT, "conjure");

        assertThat(refused.code()).isEqualTo(64);
        assertThat(refused.said()).startsWith("There is no command `conjure`.").contains("Usage: ./selfsame");
    }

    @Test
    void studioItself_asked_knowsWhatTheLauncherHandsOn() throws Exception {
        var help = launch("--help");

        assertThat(help.code()).isZero();
        assertThat(Launcher.commands(help.said()))
                .containsExactlyInAnyOrder(
                        "demo",
                        "up",
                        "inspect",
                        "watermark",
                        "policy",
                        "consent",
                        "retention",
                        "audit",
                        "bench",
                        "keys",
                        "worker");
        assertThat(Files.readString(SCRIPT))
                .contains(
                        "\n    demo | up | inspect | watermark | policy | consent | retention | audit | bench | keys | worker) launch");
    }

    @Test
    void studioItself_unknownCommand_endsWithMisuse() throws Exception {
        assertThat(launch("conjure").code()).isEqualTo(64);
    }

    @Test
    void studioItself_missingFileFromAnotherFolder_saysWhatToDo() throws Exception {
        var refused = launch("inspect", "nothing.mp4");

        assertThat(refused.code()).isEqualTo(3);
        assertThat(refused.said()).contains("There is no readable file `nothing.mp4`.", "Check the path.");
    }

    private Launcher.Outcome launch(String... arguments) throws Exception {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var line = new ArrayList<>(List.of(
                java, "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"), Launch.class.getName()));
        line.addAll(List.of(arguments));
        return Launcher.run(elsewhere, line);
    }
}
