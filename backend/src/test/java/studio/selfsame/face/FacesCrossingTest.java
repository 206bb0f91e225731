package studio.selfsame.face;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import studio.selfsame.media.RgbImage;
import studio.selfsame.media.VideoFrame;

/** Two faces in one shot that pass before one another, stand in for one another, and hide. */
class FacesCrossingTest {
    private static FaceTracker tracker;
    private static List<VideoFrame> ada;
    private static List<VideoFrame> bo;
    private static FaceEmbedding ofAda;
    private static FaceEmbedding ofBo;

    @BeforeAll
    static void open() {
        tracker = new MeshFaceTrackers().open();
        ada = Footage.frames("ada_4s.mp4", 30);
        bo = Footage.frames("bo_2s.mp4", 40);
        ofAda = embedding(Footage.still("ada_portrait.jpg"));
        ofBo = embedding(Footage.still("bo_portrait.jpg"));
    }

    @AfterAll
    static void close() {
        tracker.close();
    }

    @Test
    void faces_crossing_keepTheirIdentities() {
        List<VideoFrame> frames = new ArrayList<>();
        for (int i = 0; i < 28; i++) {
            // Bo's head goes from right to left before Ada's, 28 pixels a frame
            frames.add(Footage.headOver(Footage.widened(ada.get(i), 280), bo.get(i), 560 - 28 * i));
        }
        FaceTracking tracking = tracker.track(Footage.reader(frames), frame -> {});
        FaceTrack still = longest(tracking, ofAda, ofBo);
        FaceTrack passing = longest(tracking, ofBo, ofAda);
        assertThat(still.observations().size()).isGreaterThan(15);
        assertThat(passing.observations().size()).isGreaterThan(20);
        assertThat(still.observations()).allMatch(o -> Math.abs(middle(o) - 520) < 40);
        assertThat(passing.observations()).allMatch(o -> Math.abs(middle(o) - (800 - 28 * o.frameIndex())) < 50);
        assertThat(still.observations()).extracting(FaceObservation::frameIndex).contains(2, 26);
        assertThat(passing.observations())
                .extracting(FaceObservation::frameIndex)
                .contains(2, 26);
    }

    @Test
    void face_thatTookAnothersPlaceInADissolve_isATrackOfItsOwn() {
        List<VideoFrame> frames = new ArrayList<>(ada.subList(0, 8));
        for (int i = 1; i < 8; i++) {
            frames.add(Footage.mix(ada.get(8), bo.get(0), i / 8.0));
        }
        for (int i = 0; i < 32; i++) {
            frames.add(bo.get(i));
        }
        FaceTracking tracking = tracker.track(Footage.reader(frames), frame -> {});
        for (FaceTrack track : tracking.tracks()) {
            boolean isAda = Likeness.of(track.samples().getFirst(), ofAda)
                    > Likeness.of(track.samples().getFirst(), ofBo);
            int last = track.observations().getLast().frameIndex();
            int first = track.observations().getFirst().frameIndex();
            assertThat(isAda ? last < 12 : first >= 12).isTrue();
        }
        assertThat(tracking.tracks()).hasSizeGreaterThan(1);
    }

    @Test
    void tracking_twice_isTheSame() {
        List<VideoFrame> frames = ada.subList(0, 12);
        assertThat(tracker.track(Footage.reader(frames), frame -> {}))
                .usingRecursiveComparison()
                .isEqualTo(tracker.track(Footage.reader(frames), frame -> {}));
    }

    @Test
    void mouth_behindAHand_isDoubted() {
        List<VideoFrame> frames = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            frames.add(i >= 12 && i < 18 ? Footage.withHandOverMouth(ada.get(i)) : ada.get(i));
        }
        List<FaceObservation> seen = tracker.track(Footage.reader(frames), frame -> {})
                .tracks()
                .getFirst()
                .observations();
        assertThat(seen)
                .filteredOn(o -> o.frameIndex() >= 12 && o.frameIndex() < 18)
                .allMatch(o -> o.confidence() < 0.5);
        assertThat(seen)
                .filteredOn(o -> o.frameIndex() < 11 || o.frameIndex() > 18)
                .allMatch(o -> o.confidence() > 0.7);
    }

    private static double middle(FaceObservation o) {
        return o.box().x() + o.box().widthPx() / 2;
    }

    private static FaceTrack longest(FaceTracking tracking, FaceEmbedding of, FaceEmbedding other) {
        return tracking.tracks().stream()
                .filter(t -> Likeness.of(t.samples().getFirst(), of)
                        > Likeness.of(t.samples().getFirst(), other))
                .max(java.util.Comparator.comparingInt(t -> t.observations().size()))
                .orElseThrow();
    }

    private static FaceEmbedding embedding(RgbImage picture) {
        return tracker.detect(picture).getFirst().embedding();
    }
}
