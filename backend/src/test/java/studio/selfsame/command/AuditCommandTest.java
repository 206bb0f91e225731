package studio.selfsame.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import studio.selfsame.StudioTest;
import studio.selfsame.audit.AuditExport;
import studio.selfsame.audit.AuditVerification;
import studio.selfsame.problem.ProblemException;

@StudioTest
class AuditCommandTest {
    @Autowired
    AuditExport export;

    @TempDir
    Path folder;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @Test
    void verify_soundExportOfThisStudio_saysSoWithZero() throws Exception {
        export.write(folder.resolve("export"), true);

        assertThat(run("verify", folder.resolve("export").toString())).isEqualTo(Audit.SOUND);
        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains("The trail is sound.", " hashed again, tile by tile");
    }

    @Test
    void verify_exportWithAnotherCheckpoint_saysWhatIsWrongWithOne() throws Exception {
        export.write(folder.resolve("export"), false);
        var checkpoint = folder.resolve("export/public/checkpoint");
        Files.writeString(checkpoint, Files.readString(checkpoint).replaceFirst("\n[0-9]+\n", "\n0\n"));

        assertThat(run("verify", folder.resolve("export").toString())).isEqualTo(Audit.NOT_SOUND);
        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains("FAULT the checkpoint is not signed by this key", "The trail is NOT SOUND.");
    }

    @Test
    void verify_nothing_cannotBeReadWithTwo() throws Exception {
        assertThat(run("verify", folder.resolve("nothing").toString())).isEqualTo(Audit.UNREADABLE);
        assertThat(said.toString(StandardCharsets.UTF_8)).startsWith("Nothing can be said of it: ");
    }

    @Test
    void export_intoAFolderInUse_isRefused() throws Exception {
        Files.createFile(folder.resolve("there"));

        assertThatThrownBy(() -> export.write(folder, false))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("is not empty");
    }

    @Test
    void options_ofEachForm_areUnderstood() {
        assertThat(AuditOptions.parse(List.of("export", "there", "--public")))
                .isEqualTo(new AuditOptions.Export(Path.of("there"), false));
        assertThat(AuditOptions.parse(
                        List.of("verify", "there", "--key", "k", "--since", "old", "--witness", "v", "--witness", "w")))
                .isEqualTo(new AuditOptions.Verify(
                        Path.of("there"),
                        new AuditVerification.With(Optional.of("k"), Optional.of(Path.of("old")), List.of("v", "w"))));
        assertThat(AuditOptions.parse(List.of("erase", "a", "b", "--reason", "retention")))
                .isEqualTo(new AuditOptions.Erase(Set.of("a", "b"), "retention"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "export",
                "export a b",
                "verify",
                "verify a --key",
                "verify a --public",
                "erase a",
                "erase --reason r",
                "burn a"
            })
    void arguments_ofNoForm_areRefusedWithTheForms(String line) throws Exception {
        List<String> arguments = line.isEmpty() ? List.of() : List.of(line.split(" "));

        assertThatThrownBy(() -> AuditOptions.parse(arguments))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.problem().remedy()).contains("./selfsame audit verify EXPORT"));
        assertThat(new Audit().run(arguments)).isEqualTo(Audit.UNREADABLE);
    }

    private int run(String... arguments) throws Exception {
        return new Audit(new PrintStream(said, true, StandardCharsets.UTF_8)).run(List.of(arguments));
    }
}
