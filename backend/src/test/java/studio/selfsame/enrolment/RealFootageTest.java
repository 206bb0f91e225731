package studio.selfsame.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import studio.selfsame.QuietMonitor;
import studio.selfsame.face.FaceEmbedding;
import studio.selfsame.face.FaceMatcher;
import studio.selfsame.face.FaceTracker;
import studio.selfsame.face.FaceTrackers;
import studio.selfsame.identity.PersonId;
import studio.selfsame.identity.Portraits;
import studio.selfsame.media.FrameRate;
import studio.selfsame.media.Media;
import studio.selfsame.media.MediaReader;
import studio.selfsame.media.MediaWriter;
import studio.selfsame.media.Stills;
import studio.selfsame.media.VideoFrame;

/** Real video, real networks: presenters Ada and Bo, who belong to nobody. */
class RealFootageTest {
    private static final EnrolmentSettings SETTINGS = new EnrolmentSettings(2L << 30, 1, 1800, 240, 64, 0.5);
    private static final PersonId ADA = new PersonId(UUID.randomUUID());

    @TempDir
    static Path folder;

    private static AnnotationConfigApplicationContext rooms;
    private static FootageExamination examination;
    private static RecordingExamination recordings;

    @BeforeAll
    static void openRooms() throws Exception {
        rooms = new AnnotationConfigApplicationContext("studio.selfsame.media", "studio.selfsame.face");
        FaceTrackers trackers = rooms.getBean(FaceTrackers.class);
        FaceEmbedding ada;
        try (FaceTracker tracker = trackers.open();
                InputStream in = RealFootageTest.class.getResourceAsStream("/footage/ada_portrait.jpg")) {
            ada = tracker.detect(Stills.decode(Objects.requireNonNull(in).readAllBytes()))
                    .getFirst()
                    .embedding();
        }
        Portraits portraits = person -> Optional.of(ada).filter(known -> person.equals(ADA));
        FaceMatcher matcher = rooms.getBean(FaceMatcher.class);
        examination = new FootageExamination(SETTINGS, portraits, matcher, trackers);
        recordings = new RecordingExamination(new RecordingSettings(3, 300, 10, 240), portraits, matcher, trackers);
    }

    @AfterAll
    static void close() {
        rooms.close();
    }

    @Test
    void examine_ownFootage_isAcceptedWithNearlyEveryFrameUsable() throws Exception {
        QuietMonitor monitor = new QuietMonitor();
        Judgement judgement = examine("ada_4s.mp4", monitor);
        assertThat(judgement.refusals()).isEmpty();
        assertThat(judgement.report().frames()).isEqualTo(100);
        assertThat(judgement.report().usableFrames()).isGreaterThan(90);
        assertThat(judgement.report().findings()).isEmpty();
        assertThat(judgement.report().shots().getFirst().similarity()).isGreaterThan(0.7);
        assertThat(monitor.fractions()).isSorted();
    }

    @Test
    void examine_somebodyElsesFootage_isRefused() throws Exception {
        assertThat(examine("bo_2s.mp4", new QuietMonitor()).codes()).containsExactly("another-person");
    }

    @Test
    void examine_colourBars_showNobody() throws Exception {
        Judgement judgement = examine("ten-seconds.mp4", new QuietMonitor());
        assertThat(judgement.codes()).containsExactly("no-face");
        assertThat(judgement.problem().cause()).isEqualTo("No face can be seen from 0:00 to 0:10.");
    }

    @Test
    void examine_twoPeopleBesideEachOther_isRefused() throws Exception {
        Path both = folder.resolve("both.mp4");
        writeSideBySide(both);
        try (MediaReader reader = media().open(both)) {
            Judgement judgement = examination.examine(ADA, reader, List.of(), new QuietMonitor());
            assertThat(judgement.codes()).containsExactly("two-people");
            assertThat(judgement.person().tracks()).isEmpty();
        }
    }

    @Test
    void recording_ofOneself_isVerifiedAsTakeAndAsPlates() throws Exception {
        RecordingExamination.Found take = recorded(RecordingPurpose.TAKE, "ada_4s.mp4");
        assertThat(take.reasons()).isEmpty();
        assertThat(take.frameRate()).isEqualTo(new FrameRate(25, 1));
        assertThat(take.person().tracks()).hasSize(1);
        assertThat(take.person().tracks().getFirst().observations()).hasSizeGreaterThan(90);
    }

    @Test
    void recording_ofAStranger_isRefusedWithTheFrameAndEverythingElseAgainstIt() throws Exception {
        RecordingExamination.Found take = recorded(RecordingPurpose.TAKE, "bo_2s.mp4");
        assertThat(take.reasons())
                .extracting(RecordingOutcome.Reason::code)
                .containsExactly("too-short", "another-person");
        assertThat(take.reasons().getLast().frame()).isZero();
        assertThat(take.reasons().getLast().cause())
                .isEqualTo("A face is seen that does not match your verified portrait from 0:00 to 0:02."
                        + " It begins with frame 0.");
        assertThat(take.person().tracks()).isEmpty();
        assertThat(recorded(RecordingPurpose.PLATES, "bo_2s.mp4").reasons())
                .extracting(RecordingOutcome.Reason::code)
                .containsExactly("too-short", "not-in-it");
    }

    @Test
    void recording_withSomebodyBesideOneself_isPlatesOfOneselfAloneAndNoTake() throws Exception {
        Path both = folder.resolve("beside.mp4");
        writeSideBySide(both);
        try (MediaReader reader = media().open(both)) {
            RecordingExamination.Found plates =
                    recordings.examine(ADA, RecordingPurpose.PLATES, reader, List.of(), new QuietMonitor());
            assertThat(plates.reasons())
                    .extracting(RecordingOutcome.Reason::code)
                    .containsExactly("too-short");
            assertThat(plates.person().tracks()).hasSize(1);
            assertThat(plates.person().tracks().getFirst().observations())
                    .allMatch(face -> face.box().x() + face.box().widthPx() / 2 < 480);
        }
        try (MediaReader reader = media().open(both)) {
            assertThat(recordings
                            .examine(ADA, RecordingPurpose.TAKE, reader, List.of(), new QuietMonitor())
                            .reasons())
                    .extracting(RecordingOutcome.Reason::code)
                    .containsExactly("too-short", "two-people");
        }
    }

    private static RecordingExamination.Found recorded(RecordingPurpose purpose, String name) throws Exception {
        try (MediaReader reader = clip(name)) {
            return recordings.examine(ADA, purpose, reader, List.of(), new QuietMonitor());
        }
    }

    private static Judgement examine(String name, QuietMonitor monitor) throws Exception {
        try (MediaReader reader = clip(name)) {
            return examination.examine(ADA, reader, List.of(), monitor);
        }
    }

    private static void writeSideBySide(Path file) throws Exception {
        try (MediaReader ada = clip("ada_4s.mp4");
                MediaReader bo = clip("bo_2s.mp4")) {
            Media.Picture picture = new Media.Picture(
                    960, 480, ada.probe().video().orElseThrow().frameRate(), 0.8);
            try (MediaWriter writer = media().createMp4(file, picture, Optional.empty())) {
                for (int i = 0; i < 30; i++) {
                    writer.write(
                            beside(ada.nextFrame().orElseThrow(), bo.nextFrame().orElseThrow()));
                }
                writer.finish();
            }
        }
    }

    private static VideoFrame beside(VideoFrame left, VideoFrame right) {
        int width = left.widthPx();
        return new VideoFrame(
                2 * width,
                left.heightPx(),
                left.presentationTimeUs(),
                beside(left.y(), right.y(), width),
                beside(left.u(), right.u(), width / 2),
                beside(left.v(), right.v(), width / 2));
    }

    private static byte[] beside(byte[] left, byte[] right, int width) {
        byte[] both = new byte[left.length * 2];
        for (int row = 0; row < left.length / width; row++) {
            System.arraycopy(left, row * width, both, 2 * row * width, width);
            System.arraycopy(right, row * width, both, (2 * row + 1) * width, width);
        }
        return both;
    }

    private static MediaReader clip(String name) throws Exception {
        return media().open(Path.of(Objects.requireNonNull(RealFootageTest.class.getResource("/footage/" + name))
                .toURI()));
    }

    private static Media media() {
        return rooms.getBean(Media.class);
    }
}
