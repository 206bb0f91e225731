package studio.selfsame.face;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import studio.selfsame.media.VideoFrame;

class FaceFinderTest {
    private static final VideoFrame ADA = Footage.frames("ada_4s.mp4", 1).getFirst();

    @Test
    void faces_sideBySide_areFoundWhereTheyAre() {
        try (FaceFinder finder = FaceFinder.open()) {
            FaceObservation.Box alone = finder.find(ADA).getFirst();
            List<FaceObservation.Box> two = finder.find(Footage.sideBySide(ADA, ADA)).stream()
                    .sorted((a, b) -> Float.compare(a.x(), b.x()))
                    .toList();

            assertThat(two).hasSize(2);
            float near = alone.widthPx() / 4;
            assertThat(Math.abs(two.getFirst().x() - alone.x())).isLessThan(near);
            assertThat(Math.abs(two.getLast().x() - alone.x() - ADA.widthPx())).isLessThan(near);
            assertThat(Math.abs(two.getLast().y() - alone.y())).isLessThan(near);
        }
    }

    @Test
    void faces_inAnEmptyPicture_areNone() {
        byte[] luma = new byte[320 * 180];
        Arrays.fill(luma, (byte) 120);
        byte[] chroma = new byte[160 * 90];
        Arrays.fill(chroma, (byte) 128);
        try (FaceFinder finder = FaceFinder.open()) {
            assertThat(finder.find(new VideoFrame(320, 180, 0, luma, chroma, chroma)))
                    .isEmpty();
        }
    }
}
