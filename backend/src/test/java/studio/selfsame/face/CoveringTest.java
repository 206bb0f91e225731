package studio.selfsame.face;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import studio.selfsame.media.VideoFrame;

class CoveringTest {
    private static FaceTracker tracker;

    @BeforeAll
    static void open() {
        tracker = new MeshFaceTrackers().open();
    }

    @AfterAll
    static void close() {
        tracker.close();
    }

    @ParameterizedTest
    @EnumSource(names = "MICROPHONE_BELOW", mode = EnumSource.Mode.EXCLUDE)
    void mouth_behindSomething_isCoveredAndNoneOtherIs(Cover cover) {
        assertThat(covered(cover)).containsExactly(20, 21, 22, 23, 24, 25, 26, 27, 28, 29);
    }

    @Test
    void mouth_aboveAMicrophone_isNotCovered() {
        assertThat(covered(Cover.MICROPHONE_BELOW)).isEmpty();
    }

    /** Frames 20 to 29 of 45 are covered. */
    private static List<Integer> covered(Cover cover) {
        List<VideoFrame> frames = new ArrayList<>(Footage.frames("bo_2s.mp4", 45));
        Map<Integer, Landmarks> faces = track(frames).stream()
                .collect(Collectors.toMap(FaceObservation::frameIndex, FaceObservation::landmarks));
        for (int i = 20; i < 30; i++) {
            frames.set(i, cover.over(frames.get(i), faces.get(i)));
        }
        List<FaceObservation> seen = track(frames);
        OwnLook own = OwnLook.of(seen);
        return seen.stream()
                .filter(own::isCovered)
                .map(FaceObservation::frameIndex)
                .toList();
    }

    private static List<FaceObservation> track(List<VideoFrame> frames) {
        return tracker.track(Footage.reader(frames), frame -> {})
                .tracks()
                .getFirst()
                .observations();
    }
}
