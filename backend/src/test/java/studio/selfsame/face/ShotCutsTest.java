package studio.selfsame.face;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import studio.selfsame.media.VideoFrame;

class ShotCutsTest {
    private static List<VideoFrame> ada;
    private static List<VideoFrame> bo;

    @BeforeAll
    static void decode() {
        ada = Footage.frames("ada_4s.mp4", 12);
        bo = Footage.frames("bo_2s.mp4", 12);
    }

    @Test
    void shots_joined_areCutWhereTheyWereJoined() {
        List<VideoFrame> frames = new ArrayList<>(ada);
        frames.addAll(bo);
        frames.addAll(ada.subList(0, 3));
        assertThat(cuts(frames)).containsExactly(0, 12, 24);
    }

    @Test
    void flash_ofUpToTwoFrames_isNoCut() {
        for (int length = 1; length <= 2; length++) {
            List<VideoFrame> frames = new ArrayList<>(ada);
            for (int k = 0; k < length; k++) {
                frames.set(6 + k, bright(ada.get(6 + k)));
            }
            assertThat(cuts(frames)).containsExactly(0);
        }
    }

    @Test
    void flash_rightBeforeACut_isAShotOfItsOwn() {
        List<VideoFrame> frames = new ArrayList<>(ada.subList(0, 8));
        frames.add(bright(ada.get(8)));
        frames.addAll(bo);
        assertThat(cuts(frames)).containsExactly(0, 8, 9);
    }

    @Test
    void pan_fast_isNoCut() {
        VideoFrame room = Footage.sideBySide(Footage.sideBySide(ada.getFirst(), bo.getFirst()), ada.getLast());
        List<VideoFrame> frames = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            // stands, then moves by a tenth of the picture from frame to frame
            frames.add(Footage.window(room, Math.max(0, i - 4) * 48, 480));
        }
        assertThat(cuts(frames)).containsExactly(0);
    }

    @Test
    void dissolve_isNoHardCut() {
        List<VideoFrame> frames = new ArrayList<>(ada.subList(0, 3));
        for (int i = 1; i < 10; i++) {
            frames.add(Footage.mix(ada.get(2), bo.get(0), i / 10.0));
        }
        frames.addAll(bo.subList(0, 3));
        assertThat(cuts(frames)).containsExactly(0);
    }

    private static VideoFrame bright(VideoFrame frame) {
        byte[] y = new byte[frame.y().length];
        Arrays.fill(y, (byte) 232);
        return new VideoFrame(frame.widthPx(), frame.heightPx(), frame.presentationTimeUs(), y, frame.u(), frame.v());
    }

    private static List<Integer> cuts(List<VideoFrame> frames) {
        ShotCuts cuts = new ShotCuts();
        List<ShotCuts.Marked> marked = new ArrayList<>();
        frames.forEach(frame -> cuts.add(frame).ifPresent(marked::add));
        for (Optional<ShotCuts.Marked> rest = cuts.next(); rest.isPresent(); rest = cuts.next()) {
            marked.add(rest.get());
        }
        assertThat(marked).extracting(ShotCuts.Marked::frame).containsExactlyElementsOf(frames);
        List<Integer> starts = new ArrayList<>();
        for (int i = 0; i < marked.size(); i++) {
            if (marked.get(i).startsShot()) {
                starts.add(i);
            }
        }
        return starts;
    }
}
