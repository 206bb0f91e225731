package studio.selfsame.inspection.child;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.selfsame.inspection.child.InspectorProcess.Ending;
import studio.selfsame.inspection.child.InspectorProcess.Outcome;
import studio.selfsame.problem.Problem;
import studio.selfsame.sealing.ReadingKit;
import studio.selfsame.sealing.TestKit;
import studio.selfsame.work.WorkMonitor;

/** Hundreds of broken and hostile files, through the real child; a few of them share one, to save its starts. */
class HostileFilesTest {
    private static final int LEAST = 500;
    private static final int FILES_A_CHILD = 60;
    private static final long SEED = 1;
    /** Little to search in, and long until death: a machine that is busy must not decide. */
    private static final Limits LIMITS = new Limits(Duration.ofMillis(100), Duration.ofSeconds(60), 512, 4096);

    @TempDir
    Path folder;

    private final ReadingKit kit = TestKit.open();

    @Test
    void everyFile_endsWithinItsLimits_inAnAnswerOrAClearProblem() throws IOException {
        List<HostileFiles.Hostile> files = HostileFiles.of(SEED);
        assertThat(files).hasSizeGreaterThanOrEqualTo(LEAST);
        List<String> unclear = new ArrayList<>();
        int answered = 0;
        for (int from = 0; from < files.size(); from += FILES_A_CHILD) {
            try (InspectorProcess child = InspectorProcess.start(LIMITS)) {
                for (HostileFiles.Hostile file : files.subList(from, Math.min(files.size(), from + FILES_A_CHILD))) {
                    Outcome outcome = examine(child, file);
                    if (!isClear(outcome)) {
                        unclear.add(file.name() + ": " + outcome);
                    }
                    answered += outcome.evidence().mediaProblem().isEmpty() ? 1 : 0;
                }
            }
        }
        assertThat(unclear).isEmpty();
        // some of them can be played all the same: the real readers have seen them
        assertThat(answered).isBetween(LEAST / 10, files.size() - LEAST / 2);
        assertThat(Children.alive()).isEmpty();
    }

    private Outcome examine(InspectorProcess child, HostileFiles.Hostile file) throws IOException {
        Path path = Files.write(folder.resolve("hostile"), file.bytes());
        try (var channel = Files.newByteChannel(path)) {
            return child.examine(
                    Job.toInspect(kit, file.bytes().length, Instant.EPOCH, LIMITS.budget(), Set.of()),
                    channel,
                    new Unwatched());
        }
    }

    private static boolean isClear(Outcome outcome) {
        return outcome.ending() == Ending.WHOLE
                && outcome.evidence().credentials().isPresent()
                && outcome.evidence().mediaProblem().stream().allMatch(HostileFilesTest::isWhole)
                && outcome.evidence().remarks().stream().noneMatch(remark -> remark.matches(".*(null|Exception).*"));
    }

    private static boolean isWhole(Problem problem) {
        return Stream.of(problem.stage(), problem.cause(), problem.consequence(), problem.remedy())
                .noneMatch(words -> words.isBlank() || words.contains("Exception"));
    }

    /** Nobody looks, nobody cancels. */
    static final class Unwatched implements WorkMonitor {
        @Override
        public void progress(String stage, double fraction, Map<String, Double> figures) {}

        @Override
        public void checkCancelled() {}
    }
}
