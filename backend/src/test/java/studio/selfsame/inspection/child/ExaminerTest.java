package studio.selfsame.inspection.child;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.selfsame.problem.ProblemException;
import studio.selfsame.sealing.FileCredentials;
import studio.selfsame.sealing.ReadingKit;
import studio.selfsame.sealing.TestKit;
import studio.selfsame.work.WorkMonitor;

/** What becomes of an examination when its child dies, dawdles or is no longer wanted. */
class ExaminerTest {
    private static final Limits LIMITS = new Limits(Duration.ofSeconds(5), Duration.ofSeconds(120), 512, 4096);

    private static final Limits LEISURE = new Limits(Duration.ofSeconds(18), Duration.ofSeconds(120), 512, 4096);

    @TempDir
    Path folder;

    private final ReadingKit kit = TestKit.open();
    private Path clip = Path.of("");

    @BeforeEach
    void aClip() throws IOException {
        clip = folder.resolve("clip.mp4");
        try (var in = Objects.requireNonNull(ExaminerTest.class.getResourceAsStream("/footage/bo_2s.mp4"))) {
            Files.copy(in, clip);
        }
    }

    @AfterEach
    void noChildIsLeft() {
        assertThat(Children.alive()).isEmpty();
    }

    @Test
    void child_thatDiesOfThePicture_isFollowedByOneThatHearsTheSound() throws IOException {
        Watch killsAtPicture = new Watch(stage -> {
            if (stage.equals(Stage.PICTURE.words())) {
                Children.kill();
            }
        });

        Evidence evidence = examine(LEISURE, killsAtPicture);

        assertThat(evidence.picture()).isEmpty();
        assertThat(evidence.sound().flatMap(Evidence.Heard::print)).isPresent();
        assertThat(evidence.mediaProblem()).isEmpty();
        assertThat(evidence.credentials().map(FileCredentials::state)).contains(FileCredentials.State.ABSENT);
        assertThat(evidence.remarks())
                .anyMatch(remark -> remark.contains("picture could not be searched")
                        && remark.contains("the process that reads it died of it"));
    }

    @Test
    void child_thatDiesOfTheSound_hasToldOfThePictureBefore() throws IOException {
        Watch killsAtSound = new Watch(stage -> {
            if (stage.equals(Stage.SOUND.words())) {
                Children.kill();
            }
        });

        Evidence evidence = examine(LIMITS, killsAtSound);

        assertThat(evidence.picture().flatMap(Evidence.Seen::print)).isPresent();
        assertThat(evidence.sound()).isEmpty();
        assertThat(evidence.remarks()).anyMatch(remark -> remark.contains("sound could not be searched"));
    }

    @Test
    void children_thatAllDie_areTwo_andTheFileIsAProblem() {
        int[] deaths = {0};
        Watch kills = new Watch(stage -> {
            if (!stage.equals(Stage.CREDENTIALS.words())) {
                Children.kill();
                deaths[0]++;
            }
        });

        assertThatThrownBy(() -> examine(LIMITS, kills))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        died -> assertThat(died.problem().cause()).contains("died of it"));
        assertThat(deaths[0]).isEqualTo(2);
    }

    @Test
    void child_thatTakesTooLong_isKilledAndThatIsSaid() {
        Limits atOnce = new Limits(Duration.ofSeconds(5), Duration.ofMillis(20), 512, 4096);

        assertThatThrownBy(() -> examine(atOnce, new Watch(stage -> {})))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        late -> assertThat(late.problem().cause()).contains("longer than it may"));
    }

    @Test
    void search_withLittleTime_tellsWhatItLeftOut() throws IOException {
        Limits hardlyAny = new Limits(Duration.ofMillis(1), Duration.ofSeconds(120), 512, 4096);

        Evidence evidence = examine(hardlyAny, new Watch(stage -> {}));

        assertThat(evidence.remarks())
                .anyMatch(remark -> remark.startsWith("Only the first 0 seconds of the picture were searched"));
    }

    @Test
    void work_thatIsCancelled_killsTheChild() {
        Watch cancelled = new Watch(stage -> {
            if (stage.equals(Stage.OPENING.words())) {
                throw new IllegalStateException("cancelled");
            }
        });

        assertThatThrownBy(() -> examine(LIMITS, cancelled)).hasMessage("cancelled");
    }

    @Test
    void storage_thatFails_isNoFaultOfTheFile() {
        Examiner examiner = new Examiner(kit, LIMITS);

        assertThatThrownBy(() -> examiner.examine(() -> new Failing(clip), Instant.EPOCH, new Watch(stage -> {})))
                .isInstanceOf(IOException.class)
                .hasMessage("the disk is gone");
    }

    @Test
    void child_isLimitedAndAlone_andCarriesNoKeysWhereOthersSeeThem() throws Exception {
        StringBuilder seen = new StringBuilder();
        Watch looks = new Watch(stage -> {
            for (ProcessHandle child : Children.alive()) {
                for (String file : Set.of("limits", "environ", "cmdline", "stat")) {
                    seen.append(Children.read(child, file)).append('\n');
                }
            }
        });

        examine(new Limits(Duration.ofMillis(1), Duration.ofSeconds(120), 512, 4096), looks);

        assertThat(seen.toString())
                .containsPattern("Max address space +4294967296 +4294967296")
                .containsPattern("Max cpu time +720 +720")
                .containsPattern("Max core file size +0 +0")
                .contains("-Xmx512m")
                .contains("LC_ALL=C.UTF-8")
                .doesNotContain("test-1 ", "SOFTHSM2_CONF", "SELFSAME_");
    }

    @Test
    void footage_ofWhichTheChildDies_isUnreadable_andNoSecondChildIsTried() throws IOException {
        int[] deaths = {0};
        Evidence evidence = screen(Duration.ofMinutes(30), new Watch(stage -> {
            if (stage.equals(Stage.PICTURE.words())) {
                Children.kill();
                deaths[0]++;
            }
        }));

        assertThat(evidence.unreadable())
                .hasValueSatisfying(why -> assertThat(why.cause()).contains("died of it"));
        assertThat(deaths[0]).isOne();
    }

    @Test
    void footage_longerThanWanted_isNotLookedAt() throws IOException {
        List<String> stages = new ArrayList<>();

        Evidence evidence = screen(Duration.ofSeconds(1), new Watch(stages::add));

        assertThat(evidence).isEqualTo(Evidence.NONE);
        assertThat(stages).contains(Stage.OPENING.words()).doesNotContain(Stage.PICTURE.words());
    }

    @Test
    void child_whoseParentIsGone_ends() throws Exception {
        Process child = ChildCommand.of(LIMITS).start();

        child.getOutputStream().close();

        assertThat(child.waitFor(60, TimeUnit.SECONDS)).isTrue();
    }

    private Evidence examine(Limits limits, Watch watch) throws IOException {
        return new Examiner(kit, limits).examine(() -> Files.newByteChannel(clip), Instant.EPOCH, watch);
    }

    private Evidence screen(Duration longest, Watch watch) throws IOException {
        return new Examiner(kit, LIMITS).screen(() -> Files.newByteChannel(clip), longest, watch);
    }

    /** Does something at each stage. */
    private record Watch(At at) implements WorkMonitor {
        @FunctionalInterface
        interface At {
            void stage(String stage) throws IOException;
        }

        @Override
        public void progress(String stage, double fraction, Map<String, Double> figures) {
            try {
                at.stage(stage);
            } catch (IOException failure) {
                throw new AssertionError(failure);
            }
        }

        @Override
        public void checkCancelled() {}
    }

    /** Has a length, and cannot be read. */
    private record Failing(long size) implements SeekableByteChannel {
        Failing(Path like) throws IOException {
            this(Files.size(like));
        }

        @Override
        public int read(ByteBuffer into) throws IOException {
            throw new IOException("the disk is gone");
        }

        @Override
        public int write(ByteBuffer from) {
            throw new UnsupportedOperationException();
        }

        @Override
        public long position() {
            return 0;
        }

        @Override
        public SeekableByteChannel position(long newPosition) {
            return this;
        }

        @Override
        public SeekableByteChannel truncate(long newSize) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean isOpen() {
            return true;
        }

        @Override
        public void close() {}
    }
}
