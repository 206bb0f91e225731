package studio.selfsame.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What entries say goes with their age; the tree, and what tells of erasures, stays. */
class ErasureByAgeTest {
    private static final String REASON = "retention";

    @TempDir
    Path keys;

    @TempDir
    Path folder;

    @Test
    void eraseUpTo_aMoment_takesWhatWasRecordedThenOrBefore() throws Exception {
        try (var lab = AuditLab.empty(keys)) {
            var first = lab.now.get();
            lab.record("a", "b");
            lab.later(Duration.ofSeconds(1));
            lab.record("c");

            assertThat(lab.erasure.recordedUpTo(first.minusMillis(1))).isZero();
            assertThat(lab.erasure.eraseUpTo(first.minusMillis(1), REASON)).isZero();
            assertThat(lab.erasure.recordedUpTo(first)).isEqualTo(2);
            assertThat(lab.erasure.eraseUpTo(first, REASON)).isEqualTo(2);
            assertThat(lab.erasure.eraseUpTo(first, REASON)).isZero();

            assertThat(lab.rows.entries(0, 10))
                    .extracting(entry -> entry.subject().orElse("erased"))
                    .containsExactly("erased", "erased", "c", EntriesErased.SUBJECT);
        }
    }

    @Test
    void eraseUpTo_everything_leavesATrailThatIsSound() throws Exception {
        try (var lab = AuditLab.empty(keys)) {
            lab.record("a", "b", "c");
            lab.erasure.eraseUpTo(lab.now.get(), REASON);
            lab.later(Duration.ofDays(1));
            lab.record("d");
            lab.erasure.eraseUpTo(lab.now.get(), REASON);

            lab.checkpoints.takeIfDue();
            lab.export.write(folder.resolve("export"), true);
            var report = AuditVerification.verify(
                    folder.resolve("export"),
                    new AuditVerification.With(
                            Optional.of(lab.key.verifier().toString()), Optional.empty(), List.of()));
            assertThat(report.faults()).isEmpty();
            assertThat(lab.erasure.recordedUpTo(lab.now.get())).isZero();
        }
    }
}
