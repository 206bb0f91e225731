package studio.selfsame.likeness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;
import studio.selfsame.problem.ProblemException;

class TrainingBudgetTest {
    private static final long WORKER = 768L << 20;
    private static final TrainingLimits LIMITS = new TrainingLimits(DataSize.ofGigabytes(2), Duration.ofHours(24));
    private final TrainingBudget budget = new TrainingBudget(LIMITS, WORKER);

    @Test
    void checkMemory_usualSettings_fitTheWorkerWithTheLongestFootage() {
        assertThatCode(() -> budget.checkMemory(Dataset.MOST_FRAMES, TrainingSettings.usual(), false))
                .doesNotThrowAnyException();
    }

    @Test
    void checkMemory_gpuProfileOnASmallWorker_isRefusedWithBothFigures() {
        assertThatThrownBy(() -> budget.checkMemory(3750, Profile.GPU.settings(), false))
                .isInstanceOfSatisfying(ProblemException.class, e -> {
                    assertThat(e.problem().cause())
                            .contains("3750 frames at 256 px", "selfsame.host.worker-heap-mib")
                            .contains("2,049 MiB (`selfsame.likeness.native-memory`)");
                    assertThat(e.problem().remedy()).contains("smaller resolution");
                });
    }

    @Test
    void checkMemory_gpuProfileOnAGpuAndALargeWorker_fits() {
        assertThatCode(() -> new TrainingBudget(LIMITS, 8L << 30).checkMemory(3750, Profile.GPU.settings(), true))
                .doesNotThrowAnyException();
    }

    @Test
    void heapNeeded_byFrame_isNoLessThanADatasetHoldsAndNotMuchMore() throws IOException {
        DraftSettings draft = TrainingSettings.usual().draft();
        draft.resolution = 128;
        draft.steps = 0;
        TrainingSettings settings = draft.settle();
        int frames = 60;

        Dataset data = SyntheticFootage.dataset(frames, settings);

        long held = Stream.of(
                                data.crops().stream(),
                                data.wides().stream(),
                                data.smalls().stream().map(Small::wide),
                                data.smalls().stream().map(Small::grid))
                        .flatMap(pictures -> pictures)
                        .mapToLong(picture -> picture.length)
                        .sum()
                / frames;
        long counted = (TrainingBudget.heapNeeded(1000, settings) - TrainingBudget.heapNeeded(0, settings)) / 1000;
        assertThat(counted).isBetween(held, held * 11 / 10);
    }

    @Test
    void checkMemory_retrievalAlone_needsNoNetwork() {
        DraftSettings draft = Profile.GPU.settings().draft();
        draft.renderer = Renderer.RETRIEVAL;
        assertThat(TrainingBudget.nativeNeeded(draft.settle())).isZero();
    }

    @Test
    void checkTime_slowSteps_areRefusedBeforeTheyAreTaken() {
        assertThatCode(() -> budget.checkTime(17, 5000)).doesNotThrowAnyException();
        assertThatThrownBy(() -> budget.checkTime(18, 5000))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().cause()).contains("18.00 s", "5000 steps", "25.0 h", "24.0 h"));
    }

    @Test
    void limits_outOfRange_areRefused() {
        assertThatThrownBy(() -> new TrainingLimits(DataSize.ofMegabytes(1), Duration.ofHours(1)))
                .hasMessageContaining("native-memory");
    }
}
