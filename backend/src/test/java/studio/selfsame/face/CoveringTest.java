package studio.selfsame.face;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import studio.selfsame.media.VideoFrame;

class CoveringTest {
    private static final int[] BEHIND = {14, 15, 16, 17, 18, 19, 20, 21};

    private static FaceTracker tracker;
    private static List<VideoFrame> bo;
    private static Map<Integer, Landmarks> faces;

    @BeforeAll
    static void open() {
        tracker = new MeshFaceTrackers().open();
        bo = Footage.frames("bo_2s.mp4", 36);
        faces = track(bo).stream().collect(Collectors.toMap(FaceObservation::frameIndex, FaceObservation::landmarks));
    }

    @AfterAll
    static void close() {
        tracker.close();
    }

    @ParameterizedTest
    @EnumSource(names = "MICROPHONE_BELOW", mode = EnumSource.Mode.EXCLUDE)
    void mouth_behindSomething_isCoveredAndNoneOtherIs(Cover cover) {
        assertThat(covered(cover)).containsExactly(BEHIND);
    }

    @Test
    void mouth_aboveAMicrophone_isNotCovered() {
        assertThat(covered(Cover.MICROPHONE_BELOW)).isEmpty();
    }

    private static int[] covered(Cover cover) {
        List<VideoFrame> frames = new ArrayList<>(bo);
        for (int i : BEHIND) {
            frames.set(i, cover.over(bo.get(i), Objects.requireNonNull(faces.get(i))));
        }
        List<FaceObservation> seen = track(frames);
        OwnLook own = OwnLook.of(seen);
        return seen.stream()
                .filter(own::isCovered)
                .mapToInt(FaceObservation::frameIndex)
                .toArray();
    }

    private static List<FaceObservation> track(List<VideoFrame> frames) {
        return tracker.track(Footage.reader(frames), frame -> {})
                .tracks()
                .getFirst()
                .observations();
    }
}
