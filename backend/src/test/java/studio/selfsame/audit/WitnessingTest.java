package studio.selfsame.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WitnessingTest {
    @TempDir
    Path folder;

    HandWrittenWitness witness;
    AuditLab lab;

    @BeforeEach
    void open() throws Exception {
        witness = new HandWrittenWitness();
        lab = AuditLab.empty(
                Files.createDirectories(folder.resolve("keys")), AuditLab.witness(witness.url(), witness.key()));
        witness.log = lab.key.verifier();
        lab.record("a", "b", "c");
        lab.checkpoints.take();
    }

    @AfterEach
    void close() throws Exception {
        lab.close();
        witness.close();
    }

    @Test
    void show_growingTree_isCosignedEachTimeAndVerifiesInTheExport() throws Exception {
        lab.witnessing.showNewest();
        grow();
        lab.witnessing.showNewest();
        lab.witnessing.showNewest();

        assertThat(witness.size).isEqualTo(6);
        assertThat(witness.asked).hasValue(2);
        assertThat(lab.kept.sizeCosignedBy(witness.key())).isEqualTo(6);
        var published = CheckpointNote.parse(lab.checkpoints.published());
        assertThat(published.isSignedBy(witness.key())).isTrue();
        assertThat(published.isSignedBy(lab.key.verifier())).isTrue();

        var report = verifiedByTheWitness();
        assertThat(report.faults()).isEmpty();
        assertThat(report.checked())
                .contains("witness witness.example/w1 signed the tree of 6 entries at 2026-03-01T12:00:00Z");
    }

    @Test
    void show_toAWitnessThatKnowsMoreThanWeRemember_catchesUp() throws Exception {
        lab.witnessing.showNewest();
        lab.tamper("delete from audit_cosignature");
        grow();

        lab.witnessing.showNewest();

        assertThat(witness.size).isEqualTo(6);
        assertThat(lab.kept.sizeCosignedBy(witness.key())).isEqualTo(6);
    }

    @Test
    void show_oldBackupThatGrewAnotherWay_isNotCosigned() throws Exception {
        try (var backup = AuditLab.copy(lab, AuditLab.witness(witness.url(), witness.key()))) {
            grow();
            lab.witnessing.showNewest();
            Files.delete(lab.file.path());
            backup.record("x", "y", "z", "u");
            backup.checkpoints.take();

            backup.witnessing.showNewest();

            assertThat(backup.kept.sizeCosignedBy(witness.key())).isZero();
            assertThat(witness.size).isEqualTo(6);
        }
    }

    @Test
    void show_toAWitnessThatIsDown_leavesEverythingElseAsItIs() throws Exception {
        witness.close();

        lab.witnessing.showNewest();
        grow();

        assertThat(lab.kept.sizeCosignedBy(witness.key())).isZero();
        assertThat(CheckpointNote.parse(lab.checkpoints.published()).size()).isEqualTo(6);
        assertThat(AuditLab.verify(lab.exportTo(folder.resolve("export"))).sound())
                .isTrue();
        assertThat(verifiedByTheWitness().faults())
                .containsExactly("the witness witness.example/w1 has signed none of the checkpoints");
    }

    @Test
    void show_toAWitnessThatSignsSomethingElse_keepsNothing() throws Exception {
        witness.lies = true;

        lab.witnessing.showNewest();

        assertThat(witness.asked).hasValue(1);
        assertThat(lab.kept.sizeCosignedBy(witness.key())).isZero();
    }

    @Test
    void verify_cosignatureChanged_isNotSound() throws Exception {
        lab.witnessing.showNewest();
        var line = lab.jdbc.queryForObject("select line from audit_cosignature", String.class);
        var changed = line.substring(0, 60) + (line.charAt(60) == 'A' ? 'B' : 'A') + line.substring(61);
        lab.tamper("update audit_cosignature set line = '" + changed + "'");

        assertThat(verifiedByTheWitness().faults())
                .contains("the signature of the witness witness.example/w1 below the checkpoint of 3 entries does not"
                        + " verify");
    }

    private void grow() {
        lab.later(Duration.ofHours(1));
        lab.record("d", "e", "f");
        lab.checkpoints.take();
    }

    private VerificationReport verifiedByTheWitness() throws Exception {
        var export = folder.resolve("for-the-witness");
        lab.export.write(export, false);
        return AuditVerification.verify(
                export,
                new AuditVerification.With(
                        Optional.empty(),
                        Optional.empty(),
                        List.of(witness.key().toString())));
    }
}
