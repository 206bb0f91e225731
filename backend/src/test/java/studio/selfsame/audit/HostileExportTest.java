package studio.selfsame.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.FileSystemUtils;

/** Files that somebody made to mislead, exhaust or break the verifier. */
class HostileExportTest {
    private static final int SIZE = 259;

    @TempDir
    static Path shared;

    static CheckpointKey key;

    @TempDir
    Path folder;

    Path export;

    @BeforeAll
    static void record() throws Exception {
        try (var lab = AuditLab.empty(Files.createDirectories(shared.resolve("keys")))) {
            lab.recordMany(SIZE - 1);
            lab.exportTo(shared.resolve("sound"));
            key = lab.key;
        }
    }

    @BeforeEach
    void copy() throws IOException {
        export = folder.resolve("export");
        FileSystemUtils.copyRecursively(shared.resolve("sound"), export);
    }

    @Test
    void export_made_hasTheLayoutOfATiledLog() throws Exception {
        try (Stream<Path> files = Files.walk(export)) {
            assertThat(files.filter(Files::isRegularFile)
                            .map(file -> export.relativize(file).toString()))
                    .containsExactlyInAnyOrder(
                            "public/checkpoint",
                            "public/checkpoints.jsonl",
                            "public/key",
                            "public/tile/0/000",
                            "public/tile/0/001.p/3",
                            "public/tile/1/000.p/1",
                            "public/tile/entries/000",
                            "public/tile/entries/001.p/3",
                            "operator/entries.jsonl");
        }
        assertThat(Files.getPosixFilePermissions(export.resolve("operator/entries.jsonl")))
                .hasSize(2);
        assertThat(AuditLab.verify(export).faults()).isEmpty();
    }

    @Test
    void verify_publicPartAlone_isSound() throws Exception {
        FileSystemUtils.deleteRecursively(export.resolve("operator"));

        assertThat(AuditLab.verify(export.resolve("public")).sound()).isTrue();
        assertThat(AuditLab.verify(export).checked()).contains("what the entries say is not in this export");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 33, 34, 35, 256 * 34 - 1})
    void verify_bundleCutShort_saysWhere(int bytes) throws Exception {
        var bundle = export.resolve("public/tile/entries/000");
        Files.write(bundle, Arrays.copyOf(Files.readAllBytes(bundle), bytes));

        assertThat(AuditLab.verify(export).faults())
                .contains("public/tile/entries/000 ends within entry " + bytes / 34);
    }

    @Test
    void verify_bundleWithMore_saysSo() throws Exception {
        var bundle = export.resolve("public/tile/entries/001.p/3");
        var bytes = Files.readAllBytes(bundle);
        Files.write(bundle, Arrays.copyOf(bytes, bytes.length + 34));

        assertThat(AuditLab.verify(export).faults())
                .containsExactly("public/tile/entries/001.p/3 holds more than its 3 entries");
    }

    @Test
    void verify_bundleMissing_saysFromWhereOn() throws Exception {
        Files.delete(export.resolve("public/tile/entries/001.p/3"));

        assertThat(AuditLab.verify(export).faults())
                .containsExactly("public/tile/entries/001.p/3 is missing, with the entries from 256 on");
    }

    @Test
    void verify_tileMissing_saysSo() throws Exception {
        Files.delete(export.resolve("public/tile/1/000.p/1"));

        assertThat(AuditLab.verify(export).faults()).containsExactly("public/tile/1/000.p/1 is missing");
    }

    @Test
    void verify_countBeyondAllEntries_endsWhereTheFilesEnd() throws Exception {
        sign(999_999_999_999_999_999L);

        assertThat(AuditLab.verify(export).faults())
                .contains("public/tile/entries/001 is missing, with the entries from 256 on");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "1e3", "00", "9999999999999999999999", ""})
    void verify_countThatIsNone_cannotBeRead(String count) throws Exception {
        var file = export.resolve("public/checkpoint");
        Files.writeString(file, Files.readString(file).replace("\n" + SIZE + "\n", "\n" + count + "\n"));

        assertUnreadable("`checkpoint` is no checkpoint");
    }

    @Test
    void verify_checkpointOfSomebodyElse_isNotSound() throws Exception {
        var other = CheckpointKey.openOrGenerate("example.org/other", folder.resolve("other"));
        Files.writeString(export.resolve("public/checkpoint"), other.sign(SIZE, new byte[32]));

        assertThat(AuditLab.verify(export).faults())
                .contains(
                        "the checkpoint is not signed by this key", "the entries do not make the tree that was signed");
    }

    @Test
    void verify_fileThatIsALink_cannotBeRead() throws Exception {
        var secret = Files.write(folder.resolve("secret"), new byte[34 * 3]);
        var bundle = export.resolve("public/tile/entries/001.p/3");
        Files.delete(bundle);
        Files.createSymbolicLink(bundle, secret);

        assertUnreadable("`public/tile/entries/001.p/3` is not a plain file of this folder");
    }

    @Test
    void verify_folderThatIsALink_cannotBeRead() throws Exception {
        Files.move(export.resolve("public/tile"), folder.resolve("elsewhere"));
        Files.createSymbolicLink(export.resolve("public/tile"), folder.resolve("elsewhere"));

        assertUnreadable("`public/tile/entries/000` is not a plain file of this folder");
    }

    @Test
    void verify_fileThatIsAFolder_cannotBeRead() throws Exception {
        Files.delete(export.resolve("public/key"));
        Files.createDirectory(export.resolve("public/key"));

        assertUnreadable("`public/key` is not a plain file of this folder");
    }

    @Test
    void verify_tooLargeATile_cannotBeRead() throws Exception {
        Files.write(export.resolve("public/tile/0/000"), new byte[8193]);

        assertUnreadable("`public/tile/0/000` is larger than the 8192 bytes that it may have");
    }

    @Test
    void verify_endlessLine_cannotBeRead() throws Exception {
        Files.write(export.resolve("operator/entries.jsonl"), new byte[5 << 20]);

        assertUnreadable("operator/entries.jsonl, line 1 is longer than a line may be");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"index\":", "[[[[", "\u0000"})
    void verify_lineThatIsNoJson_cannotBeRead(String line) throws Exception {
        Files.writeString(export.resolve("operator/entries.jsonl"), line + "\n");

        assertUnreadable("operator/entries.jsonl holds a line that is not JSON");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "7", "{\"index\":1e400}", "{\"index\":\"0\"}", "{\"index\":5}"})
    void verify_lineAboutAnotherEntry_isNotSound(String line) throws Exception {
        var file = export.resolve("operator/entries.jsonl");
        var rest = Files.readString(file).replaceFirst("[^\n]*\n", "");
        Files.writeString(file, line + "\n" + rest);

        assertThat(AuditLab.verify(export).faults()).anyMatch(fault -> fault.contains("where entry 0 should be"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0-99999999999999999", "0-5,3", "-1", "5-", "x", ""})
    void verify_erasureThatNamesWhatItCannot_isNotSound(String entries) throws Exception {
        var file = export.resolve("operator/entries.jsonl");
        var entry = "{\\\"facts\\\":{\\\"entries\\\":\\\"" + entries + "\\\"}}";
        var line = "{\"index\":0,\"kind\":\"EntriesErased\",\"entry\":\"" + entry + "\"}";
        Files.writeString(file, line + "\n" + Files.readString(file).replaceFirst("[^\n]*\n", ""));

        assertThat(AuditLab.verify(export).faults()).contains("entry 0 does not say which entries it erased");
    }

    @Test
    void verify_whatIsNoExport_cannotBeRead() {
        assertThatThrownBy(() -> AuditLab.verify(folder.resolve("nothing")))
                .isInstanceOf(UnreadableExportException.class)
                .hasMessageContaining("is not an export");
    }

    @Test
    void verify_keyWithALostLetter_cannotBeRead() throws Exception {
        var file = export.resolve("public/key");
        var text = Files.readString(file).strip().split("\\+", 3);
        var bytes = Base64.getDecoder().decode(text[2]);
        bytes[5] ^= 1;
        Files.writeString(
                file, text[0] + "+" + text[1] + "+" + Base64.getEncoder().encodeToString(bytes));

        assertThatThrownBy(() -> AuditLab.verify(export))
                .isInstanceOf(UnreadableExportException.class)
                .hasMessageContaining("is not that of its key");
    }

    @Test
    void verify_textThatIsNoUtf8_cannotBeRead() throws Exception {
        Files.write(export.resolve("public/checkpoint"), "\u00ff\n\n".getBytes(StandardCharsets.ISO_8859_1));

        assertUnreadable("`public/checkpoint` is not text in UTF-8");
    }

    private void sign(long size) throws IOException {
        Files.writeString(export.resolve("public/checkpoint"), key.sign(size, new byte[32]));
    }

    private void assertUnreadable(String what) {
        assertThatThrownBy(() -> AuditLab.verify(export))
                .isInstanceOf(UnreadableExportException.class)
                .hasMessage(what);
    }
}
