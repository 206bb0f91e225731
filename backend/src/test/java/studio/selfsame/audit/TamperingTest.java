package studio.selfsame.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever owns the database changes it, has it exported and signed by the studio itself, and the verifier sees it. */
class TamperingTest {
    private static final int SIZE = 300;

    @TempDir
    static Path shared;

    static AuditLab original;
    static Path earlier;

    @TempDir
    Path folder;

    AuditLab lab;

    @BeforeAll
    static void record() throws Exception {
        original = AuditLab.empty(Files.createDirectories(shared.resolve("keys")));
        original.recordMany(200);
        earlier = Files.writeString(
                shared.resolve("earlier"), original.checkpoints.take().note());
        original.later(Duration.ofHours(1));
        original.recordMany(SIZE - 200);
        original.checkpoints.take();
        original.later(Duration.ofHours(1));
    }

    @AfterAll
    static void end() throws Exception {
        original.close();
    }

    @BeforeEach
    void copy() throws Exception {
        lab = AuditLab.copy(original);
    }

    @AfterEach
    void close() throws Exception {
        lab.close();
        // what the lab kept there would be of its own tree
        original.file.write(original.kept.newest().orElseThrow().note());
    }

    @Test
    void verify_untouched_isSound() throws Exception {
        lab.erasure.erase(Set.of("lamp-7", "lamp-8", "lamp-150"), "retention");

        var report = AuditLab.verifySince(export(), earlier);

        assertThat(report.faults()).isEmpty();
        // lamps 7, 8 and 150 are numbered twice but for the last; two records came with erasure and export
        assertThat(report.checked())
                .contains("302 entries hashed again, tile by tile", "297 entries as committed, 5 erased")
                .contains("held against the checkpoint of earlier, of 200 entries");
    }

    @Test
    void verify_withTheKeyGiven_saysSo() throws Exception {
        var export = export();
        var key = lab.key.verifier().toString();
        var other = CheckpointKey.openOrGenerate(AuditLab.ORIGIN, folder.resolve("other"))
                .verifier()
                .toString();

        assertThat(with(export, key).checked()).anyMatch(line -> line.equals("key " + key + ", as given"));
        assertThat(with(export, key).sound()).isTrue();
        assertThat(with(export, other).faults()).contains("the checkpoint is not signed by this key");
    }

    @Test
    void verify_entryRewritten_isNotSound() throws Exception {
        lab.tamper("update audit_entry set entry = replace(entry, '\"40\"', '\"41\"') where index = 40");

        assertThat(faults())
                .containsExactly("entry 40 is not what the tree commits to: its text or its salt was changed");
    }

    @Test
    void verify_saltChanged_isNotSound() throws Exception {
        lab.tamper("update audit_entry set salt = sha256(salt) where index = 41");

        assertThat(faults())
                .containsExactly("entry 41 is not what the tree commits to: its text or its salt was changed");
    }

    @Test
    void verify_kindChangedBesideTheEntry_isNotSound() throws Exception {
        lab.tamper("update audit_entry set kind = 'LampBroken' where index = 42");

        assertThat(faults()).containsExactly("entry 42 has another kind beside it than it was recorded with");
    }

    @Test
    void verify_subjectChangedBesideTheEntry_isNotSound() throws Exception {
        lab.tamper("update audit_entry set subject = 'somebody' where index = 43");

        assertThat(faults()).containsExactly("entry 43 has another subject beside it than it was recorded with");
    }

    @Test
    void verify_timeChangedBesideTheEntry_isNotSound() throws Exception {
        lab.tamper("update audit_entry set recorded_at = recorded_at + interval '1 day' where index = 44");

        assertThat(faults()).containsExactly("entry 44 has another time beside it than it was recorded with");
    }

    @Test
    void verify_entryRewrittenWithItsCommitment_isNotSound() throws Exception {
        lab.tamper(
                "update audit_entry set entry = replace(entry, '\"40\"', '\"41\"') where index = 40",
                "update audit_entry set commitment = sha256(salt || convert_to(entry, 'UTF8')) where index = 40");

        assertThat(faults())
                .anyMatch(fault -> fault.contains("the checkpoint of 200 entries that was kept is of another tree"))
                .contains("public/tile/0/000 does not follow from the entries, from entry 0 on")
                .contains("the entries do not make the tree that was signed");
    }

    @Test
    void verify_nodeOfTheTreeChanged_isNotSound() throws Exception {
        lab.tamper("update audit_node set hash = sha256(hash) where level = 0 and index = 270");

        assertThat(faults()).anyMatch(fault -> fault.startsWith("public/tile/0/001.p/"));
    }

    @Test
    void verify_entryTornOut_isNotSound() throws Exception {
        lab.tamper("delete from audit_entry where index = 100");

        assertThat(faults()).contains("entry 100 was taken out");
    }

    @Test
    void verify_newestEntriesDropped_isNotSound() throws Exception {
        lab.tamper("delete from audit_entry where index >= 290");

        assertThat(faults()).contains("entry 290 was taken out");
    }

    @Test
    void verify_newestEntriesDroppedWithAllThatTellsOfThem_isSeenWithAnEarlierCheckpoint() throws Exception {
        var signed = Files.writeString(
                folder.resolve("signed"), lab.kept.newest().orElseThrow().note());
        lab.tamper(
                "delete from audit_entry where index >= 290",
                "delete from audit_node where (index + 1) << level > 290",
                "delete from audit_checkpoint where size > 290");
        Files.delete(lab.file.path());

        var export = export();

        assertThat(AuditLab.verify(export).sound()).isTrue();
        assertThat(AuditLab.verifySince(export, signed).faults())
                .anyMatch(fault ->
                        fault.startsWith("the checkpoint of earlier counts 300 entries, and the log now ends at")
                                || fault.startsWith("the first 300 entries are not those"));
    }

    @Test
    void verify_entriesInAnotherOrder_isNotSound() throws Exception {
        lab.tamper("update audit_entry a set (recorded_at, kind, subject, entry, salt, commitment) ="
                + " (select recorded_at, kind, subject, entry, salt, commitment from audit_entry b"
                + " where b.index = 121 - a.index) where a.index in (60, 61)");

        assertThat(faults())
                .contains("public/tile/0/000 does not follow from the entries, from entry 0 on")
                .contains("the entries do not make the tree that was signed");
    }

    @Test
    void verify_oldBackup_isSeenWithAnEarlierCheckpoint() throws Exception {
        try (var grown = AuditLab.copy(lab)) {
            grown.recordMany(20);
            var known = Files.writeString(
                    folder.resolve("known"), grown.checkpoints.take().note());
            Files.delete(lab.file.path());
            lab.recordMany(40);

            var export = export();

            assertThat(AuditLab.verify(export).sound()).isTrue();
            assertThat(AuditLab.verifySince(export, known).faults())
                    .containsExactly("the first 320 entries are not those of the checkpoint of earlier");
        }
    }

    @Test
    void verify_entryCalledErasedWithoutRecord_isNotSound() throws Exception {
        lab.tamper("update audit_entry set recorded_at = null, kind = null, subject = null, entry = null, salt = null,"
                + " erased_by = 299 where index = 50");

        assertThat(faults()).containsExactly("entry 50 is gone, and entry 299 is no record of its erasure");
    }

    @Test
    void verify_erasedEntryBroughtBack_isNotSound() throws Exception {
        var entry = lab.jdbc.queryForMap("select * from audit_entry where index = 5");
        lab.erasure.erase(Set.of("lamp-5"), "retention");
        lab.tamper("update audit_entry set erased_by = null, kind = 'LampLit', subject = 'lamp-5', recorded_at = '"
                + entry.get("recorded_at") + "', entry = '" + entry.get("entry") + "', salt = '\\x"
                + HexFormat.of().formatHex((byte[]) entry.get("salt")) + "' where index = 5");

        assertThat(faults())
                .containsExactly("entry 5 was erased by entry 300 and is there again: it comes from an old backup");
    }

    @Test
    void verify_keptCheckpointRewritten_isNotSound() throws Exception {
        lab.tamper("update audit_checkpoint set note = replace(note, '\n200\n', '\n199\n') where size = 200");

        assertThat(faults())
                .anyMatch(fault -> fault.startsWith("the checkpoint of 199 entries that was kept is of another tree"))
                .contains("the checkpoint of 199 entries that was kept is not signed by the log's key");
    }

    private List<String> faults() throws Exception {
        var report = AuditLab.verify(export());
        assertThat(report.sound()).isFalse();
        return report.faults();
    }

    private Path export() throws Exception {
        return lab.exportTo(folder.resolve("export"));
    }

    private static VerificationReport with(Path export, String key) throws UnreadableExportException {
        return AuditVerification.verify(
                export, new AuditVerification.With(Optional.of(key), Optional.empty(), List.of()));
    }
}
