package studio.selfsame.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import studio.selfsame.media.MediaReader;
import studio.selfsame.media.RgbImage;
import studio.selfsame.media.VideoFrame;

class FaceTrackingTest {
    private static final FaceMatcher MATCHER = new CalibratedFaceMatcher();
    private static FaceTracker tracker;
    private static FaceTracking ada;

    @BeforeAll
    static void trackOnce() {
        tracker = new MeshFaceTrackers().open();
        try (MediaReader reader = Footage.open("ada_4s.mp4")) {
            ada = tracker.track(reader, frame -> {});
        }
    }

    @AfterAll
    static void close() {
        tracker.close();
    }

    @Test
    void clip_oneSpeaker_isOneShotAndOneUnbrokenTrack() {
        assertThat(ada.frameCount()).isEqualTo(100);
        assertThat(ada.shots()).containsExactly(new FaceTrack.Shot(0, 0, 99));
        assertThat(ada.tracks()).hasSize(1);
        assertThat(ada.tracks().getFirst().observations())
                .extracting(FaceObservation::frameIndex)
                .hasSize(100)
                .isSorted();
        assertThat(ada.tracks().getFirst().samples()).hasSizeBetween(3, 5);
    }

    @Test
    void eyes_blinkAtOnePointOneSeconds_close() {
        double open = mean(40, 90, FaceObservation::eyeOpenness);
        assertThat(mean(28, 29, FaceObservation::eyeOpenness)).isLessThan(0.65 * open);
        assertThat(open).isBetween(0.25, 0.45);
    }

    @Test
    void mouth_openAndClosed_isTold() {
        // Ground truth of the rendering: gap 0.32 at frame 84, below 0 at frames 1 to 23.
        assertThat(mean(84, 84, FaceObservation::mouthOpenness)).isGreaterThan(0.2);
        assertThat(mean(2, 22, FaceObservation::mouthOpenness)).isLessThan(0.05);
    }

    @Test
    void head_turning_hasTheSignOfItsSide() {
        // Ground truth: -5.8 degrees at frame 48, +6.1 at frame 96.
        assertThat(mean(47, 49, o -> o.pose().yawDeg())).isBetween(-11.0, -3.0);
        assertThat(mean(95, 97, o -> o.pose().yawDeg())).isBetween(3.0, 11.0);
    }

    @Test
    void shots_cutBetweenTwoPeople_areKeptApartAndDoNotMatch() {
        List<VideoFrame> frames = new ArrayList<>(Footage.frames("ada_4s.mp4", 12));
        frames.addAll(Footage.frames("bo_2s.mp4", 12));
        FaceTracking both = tracker.track(Footage.reader(frames), frame -> {});
        assertThat(both.shots()).containsExactly(new FaceTrack.Shot(0, 0, 11), new FaceTrack.Shot(1, 12, 23));
        assertThat(both.tracks()).extracting(FaceTrack::shot).containsExactlyElementsOf(both.shots());
        FaceEmbedding first = both.tracks().get(0).samples().getFirst();
        FaceEmbedding second = both.tracks().get(1).samples().getFirst();
        assertThat(MATCHER.match(first, second).same()).isFalse();
        assertThat(MATCHER.match(first, sampleOfAda()).same()).isTrue();
    }

    @Test
    void faces_twoInOneShot_areFollowedApart() {
        List<VideoFrame> left = Footage.frames("ada_4s.mp4", 15);
        List<VideoFrame> right = Footage.frames("bo_2s.mp4", 15);
        List<VideoFrame> both = new ArrayList<>();
        for (int i = 0; i < 15; i++) {
            both.add(Footage.sideBySide(left.get(i), right.get(i)));
        }
        FaceTracking tracking = tracker.track(Footage.reader(both), frame -> {});
        assertThat(tracking.tracks()).hasSize(2);
        for (FaceTrack track : tracking.tracks()) {
            assertThat(track.observations()).hasSize(15);
            boolean isLeft = track.observations().getFirst().box().x() < 480;
            assertThat(track.observations()).allMatch(o -> o.box().x() < 480 == isLeft);
        }
    }

    @Test
    void clip_withoutFaces_hasNoTracks() {
        List<VideoFrame> frames = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            byte[] y = new byte[320 * 240];
            for (int k = 0; k < y.length; k++) {
                y[k] = (byte) (40 + (k / 320 + k % 320) % 150);
            }
            byte[] grey = new byte[160 * 120];
            Arrays.fill(grey, (byte) 128);
            frames.add(new VideoFrame(320, 240, 0, y, grey, grey));
        }
        FaceTracking tracking = tracker.track(Footage.reader(frames), frame -> {});
        assertThat(tracking.frameCount()).isEqualTo(3);
        assertThat(tracking.tracks()).isEmpty();
    }

    @Test
    void tracking_stoppedByItsListener_stops() {
        assertThatThrownBy(() -> tracker.track(Footage.reader(Footage.frames("bo_2s.mp4", 3)), frame -> {
                    throw new CancellationException();
                }))
                .isInstanceOf(CancellationException.class);
    }

    @Test
    void portraits_matchTheirOwnPersonOnly() {
        DetectedFace portraitOfAda = only(Footage.still("ada_portrait.jpg"));
        DetectedFace portraitOfBo = only(Footage.still("bo_portrait.jpg"));
        assertThat(MATCHER.match(portraitOfAda.embedding(), sampleOfAda()).same())
                .isTrue();
        assertThat(MATCHER.match(portraitOfBo.embedding(), sampleOfAda()).same())
                .isFalse();
        assertThat(portraitOfAda.observation().box().widthPx()).isBetween(150f, 500f);
        assertThat(portraitOfAda.observation().landmarks().size()).isEqualTo(478);
    }

    private static DetectedFace only(RgbImage picture) {
        List<DetectedFace> faces = tracker.detect(picture);
        assertThat(faces).hasSize(1);
        return faces.getFirst();
    }

    private static FaceEmbedding sampleOfAda() {
        return ada.tracks().getFirst().samples().getLast();
    }

    private static double mean(int first, int last, ToDoubleFunction<FaceObservation> value) {
        return ada.tracks().getFirst().observations().stream()
                .filter(o -> o.frameIndex() >= first && o.frameIndex() <= last)
                .mapToDouble(value)
                .average()
                .orElseThrow();
    }
}
