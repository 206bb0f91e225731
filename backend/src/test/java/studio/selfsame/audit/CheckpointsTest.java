package studio.selfsame.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.selfsame.Eventually;
import studio.selfsame.problem.ProblemException;

class CheckpointsTest {
    @TempDir
    Path keys;

    AuditLab lab;

    @BeforeEach
    void open() throws Exception {
        lab = AuditLab.empty(keys);
    }

    @AfterEach
    void close() throws Exception {
        lab.close();
    }

    @Test
    void takeIfDue_treeGrowsAndTimePasses_keepsOneEachTime() {
        lab.record("a");
        assertThat(lab.checkpoints.takeIfDue()).isPresent();
        lab.record("b", "c");
        lab.later(Duration.ofSeconds(59));
        assertThat(lab.checkpoints.takeIfDue()).as("too young").isEmpty();
        lab.later(Duration.ofSeconds(1));
        assertThat(lab.checkpoints.takeIfDue()).isPresent();
        lab.later(Duration.ofHours(1));
        assertThat(lab.checkpoints.takeIfDue()).as("not grown").isEmpty();

        var kept = lab.kept.above(-1, 10);
        assertThat(kept).extracting(StoredCheckpoint::size).containsExactly(1L, 3L);
        for (var checkpoint : kept) {
            assertThat(Rfc9162Verifier.root(lab.commitments().subList(0, (int) checkpoint.size())))
                    .isEqualTo(checkpoint.root());
            assertThat(CheckpointNote.parse(checkpoint.note()).isSignedBy(lab.key.verifier()))
                    .isTrue();
        }
        assertThat(keys.resolve("audit-checkpoint")).hasContent(kept.getLast().note());
    }

    @Test
    void take_emptyTrail_isACheckpointOfNothing() throws Exception {
        assertThat(lab.checkpoints.take().size()).isZero();
        assertThat(lab.checkpoints.published())
                .startsWith(AuditLab.ORIGIN + "\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n");
        lab.export.write(keys.resolve("export"), false);
        assertThat(AuditLab.verify(keys.resolve("export")).faults()).isEmpty();
    }

    @Test
    void require_oldBackupOfTheDatabase_isRefusedWithWhatToDo() throws Exception {
        lab.record("a", "b");
        try (var backup = AuditLab.copy(lab)) {
            lab.record("c");
            lab.checkpoints.take();

            assertBroken(
                    backup.continuity::require, "has 2 entries, but the checkpoint in `", "counts 3", "an old backup");
            assertBroken(() -> backup.checkpoints.take(), "an old backup");
        }
    }

    @Test
    void schedule_onAnOldBackup_doesNotStart() throws Exception {
        lab.record("a");
        try (var backup = AuditLab.copy(lab)) {
            lab.record("b");
            lab.checkpoints.take();
            var schedule = backup.schedule();

            assertBroken(schedule::start, "an old backup");
            assertThat(schedule.isRunning()).isFalse();
        }
    }

    @Test
    void schedule_running_takesTheCheckpointThatIsDue() {
        lab.record("a");
        var schedule = lab.schedule();

        schedule.start();

        Eventually.eventually(
                Duration.ofSeconds(20),
                () -> assertThat(lab.kept.newest()).map(StoredCheckpoint::size).contains(1L));
        schedule.stop();
        assertThat(schedule.isRunning()).isFalse();
    }

    @Test
    void require_oldBackupThatGrewSince_isRefused() throws Exception {
        lab.record("a", "b");
        try (var backup = AuditLab.copy(lab)) {
            lab.record("c");
            lab.checkpoints.take();
            backup.record("x", "y");

            assertBroken(backup.continuity::require, "The first 3 entries", "are not those of the checkpoint in `");
        }
    }

    @Test
    void require_otherDatabase_isRefused() throws Exception {
        lab.record("a");
        lab.checkpoints.take();
        try (var other = AuditLab.empty(keys)) {
            assertBroken(other.continuity::require, "has 0 entries");
        }
    }

    @Test
    void require_treeChangedBelowAKeptCheckpoint_isRefusedWithoutTheFileToo() throws Exception {
        lab.record("a", "b", "c");
        lab.checkpoints.take();
        lab.tamper("update audit_node set hash = sha256(hash) where level = 1");
        Files.delete(lab.file.path());

        assertBroken(lab.continuity::require, "The first 3 entries", "the newest checkpoint it kept");
    }

    @Test
    void require_nodesTornOut_isRefused() {
        lab.record("a", "b", "c");
        lab.checkpoints.take();
        lab.tamper("delete from audit_node where level = 1");

        assertBroken(lab.continuity::require, "The first 3 entries");
    }

    @Test
    void require_fileThatIsNoCheckpoint_saysWhatToDo() throws Exception {
        Files.writeString(lab.file.path(), "garbage");

        assertBroken(lab.continuity::require, "does not hold a checkpoint");
    }

    @Test
    void require_fileSignedByAnotherKey_isRefused() throws Exception {
        lab.record("a");
        var other = CheckpointKey.openOrGenerate(AuditLab.ORIGIN, keys.resolve("other"));
        Files.writeString(lab.file.path(), other.sign(1, lab.checkpoints.take().root()));

        assertBroken(lab.continuity::require, "is not signed by the key beside it");
    }

    @Test
    void require_fileOfALogUnderAnotherName_isNoneOfOurs() throws Exception {
        var other = CheckpointKey.openOrGenerate("example.org/former", keys.resolve("audit-ed25519"));
        Files.writeString(lab.file.path(), other.sign(900, new byte[32]));

        lab.continuity.require();

        assertThat(lab.checkpoints.take().size()).isZero();
    }

    @Test
    void integrate_recordsThatAnotherProcessLeft_areInTheNextCheckpoint() {
        lab.tamper(pendingRow(1), pendingRow(2));

        assertThat(lab.checkpoints.take().size()).isEqualTo(2);
        assertThat(lab.jdbc.queryForList("select 1 from audit_pending")).isEmpty();
    }

    @Test
    void migration_ofEntriesFromBefore_commitsToThem() throws Exception {
        lab.jdbc.execute(
                "drop table audit_cosignature, audit_checkpoint, audit_pending, audit_entry, audit_node cascade");
        for (var function : List.of(
                "audit_append",
                "audit_integrate",
                "audit_erase",
                "audit_is_append_only",
                "audit_entry_is_kept_or_erased",
                "audit_pending_is_only_integrated")) {
            lab.jdbc.execute("drop function " + function);
        }
        lab.jdbc.execute(AuditLab.script("V1__audit.sql"));
        lab.jdbc.update("insert into audit_entry values (0, now(), 'k', 's', '{\"é\":1}', sha256('salt'))");
        lab.jdbc.update("insert into audit_node values (0, 0, sha256('\\x00' || sha256(sha256('salt')"
                + " || convert_to('{\"é\":1}', 'UTF8'))))");

        lab.jdbc.execute(AuditLab.script("V12__audit_checkpoints.sql"));
        lab.record("a");

        assertThat(lab.checkpoints.take().root()).isEqualTo(Rfc9162Verifier.root(lab.commitments()));
    }

    @Test
    void erase_subjects_leavesTreeAndProofsAndARecord() throws Exception {
        lab.record("keep", "gone", "gone", "keep", "gone");
        var before = lab.checkpoints.take();
        var commitments = lab.commitments();
        lab.later(Duration.ofHours(1));

        int erased = lab.erasure.erase(Set.of("gone", "never-there"), "retention");

        assertThat(erased).isEqualTo(3);
        assertThat(lab.rows.latestIndexOf("gone")).isEmpty();
        assertThat(lab.rows.entries(0, 6))
                .extracting(entry -> entry.entry().isPresent())
                .containsExactly(true, false, false, true, false, true);
        assertThat(lab.rows.entries(5, 1).getFirst().entry().orElseThrow())
                .contains("\"kind\":\"EntriesErased\"", "\"entries\":\"1-2,4\"", "\"reason\":\"retention\"");
        assertThat(lab.commitments().subList(0, 5))
                .usingElementComparator(Arrays::compare)
                .isEqualTo(commitments);
        var after = lab.checkpoints.take();
        var tree = new MerkleTree(lab.rows);
        assertThat(Rfc9162Verifier.isConsistent(before.root(), 5, after.root(), 6, tree.consistency(5, 6)))
                .isTrue();
        assertThat(Rfc9162Verifier.includes(
                        after.root(), 6, 4, Rfc9162Verifier.leaf(commitments.get(4)), tree.inclusion(4, 6)))
                .isTrue();
        assertThat(lab.jdbc.queryForList("select 1 from audit_entry t where t::text like '%gone%'"))
                .isEmpty();
        assertThat(AuditLab.verify(lab.exportTo(keys.resolve("export"))).checked())
                .contains("4 entries as committed, 3 erased");
    }

    @Test
    void erase_nobodysEntries_recordsNothing() {
        lab.record("keep");

        assertThat(lab.erasure.erase(Set.of("nobody"), "retention")).isZero();
        assertThat(lab.rows.size()).isEqualTo(1);
    }

    @Test
    void erase_withoutACodeOrOfTheTrailItself_isRefused() {
        assertThatThrownBy(() -> lab.erasure.erase(Set.of("a"), "because she asked"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("is not a reason's code");
        assertThatThrownBy(() -> lab.erasure.erase(Set.of("audit"), "retention"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("is the trail itself");
    }

    @Test
    void database_askedToEraseByHand_refuses() {
        lab.record("a", "b");

        var blank = "update audit_entry set recorded_at = null, kind = null, subject = null, entry = null, salt = null,"
                + " erased_by = 1 where index = 0";
        assertThatThrownBy(() -> lab.jdbc.update(blank)).hasMessageContaining("append-only");
        assertThatThrownBy(() -> lab.transaction.executeWithoutResult(status -> lab.rows.erase(List.of(0L), 7)))
                .as("no such record")
                .hasMessageContaining("audit_entry_erased_by_fkey");
    }

    private static String pendingRow(int number) {
        return "insert into audit_pending (recorded_at, kind, subject, entry, salt, commitment) values (now(), 'k', 's"
                + number + "', '{}', sha256('salt'), sha256(sha256('salt') || '{}'))";
    }

    private static void assertBroken(ThrowingCallable act, String... words) {
        assertThatThrownBy(act).isInstanceOfSatisfying(ProblemException.class, problem -> {
            assertThat(problem.problem().cause()).contains(words);
            assertThat(problem.problem().remedy()).contains("Put ").contains("back");
        });
    }
}
