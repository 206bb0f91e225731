package studio.selfsame.likeness.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import studio.selfsame.face.FaceObservation;
import studio.selfsame.face.OwnLook;
import studio.selfsame.media.VideoFrame;

class CompositorTest {
    private static final int SIZE = 256;
    private static final FaceRegion REGION = new FaceRegion(-1, 0.22, 2);

    private final List<StabilisedFace> faces = faces();
    private final Compositor compositor = new Compositor(REGION);

    @Test
    void draw_noisyPlate_leavesEverythingOutsideTheMaskBitForBit() {
        VideoFrame plate = noise(1);
        VideoFrame drawn = draw(plate, noise(2));
        MouthMask mask = MouthMask.of(faces.getFirst(), faces.getLast());
        int changed = 0;
        for (int i = 0; i < plate.y().length; i++) {
            double x = faces.getFirst().toFace().x(i % SIZE, i / SIZE);
            double y = faces.getFirst().toFace().y(i % SIZE, i / SIZE);
            if (mask.at(x, y) <= 0) {
                assertThat(drawn.y()[i]).isEqualTo(plate.y()[i]);
            } else if (drawn.y()[i] != plate.y()[i]) {
                changed++;
            }
        }
        assertThat(changed).isGreaterThan(2000);
    }

    @Test
    void draw_flatPictures_hasNoStepAnywhere() {
        VideoFrame drawn = draw(flat(120, 118, 140), flat(120, 118, 140));
        assertThat(spread(drawn.y())).isLessThanOrEqualTo(1);
        assertThat(spread(drawn.u())).isLessThanOrEqualTo(1);
        assertThat(spread(drawn.v())).isLessThanOrEqualTo(1);
    }

    @Test
    void draw_darkerSource_takesThePlatesLight() {
        VideoFrame drawn = draw(flat(130, 118, 140), flat(105, 120, 137));
        assertThat(spread(drawn.y())).isLessThanOrEqualTo(2);
        assertThat(spread(drawn.u())).isLessThanOrEqualTo(2);
    }

    @Test
    void draw_twice_givesTheSamePicture() {
        assertThat(draw(noise(3), noise(4)).y())
                .isEqualTo(draw(noise(3), noise(4)).y());
    }

    private VideoFrame draw(VideoFrame plate, VideoFrame source) {
        Patch patch = Patch.cut(source, 40, 60, 200, 1);
        StabilisedFace from = faces.getFirst();
        StabilisedFace to = faces.getLast();
        ColourMatch match = compositor.match(plate, from, patch, to);
        return compositor.draw(plate, from, patch, to, compositor.warp(from, to, from.lips()), match, null);
    }

    private static List<StabilisedFace> faces() {
        List<FaceObservation> shot = java.util.stream.IntStream.range(0, 20)
                .mapToObj(i -> SyntheticFace.at(i, i / 19.0, 0, 0.2 * i, 0))
                .toList();
        return Stabiliser.learn(shot).stabilise(shot, OwnLook.of(shot));
    }

    private static VideoFrame flat(int y, int u, int v) {
        return new VideoFrame(
                SIZE, SIZE, 0, filled(SIZE * SIZE, y), filled(SIZE * SIZE / 4, u), filled(SIZE * SIZE / 4, v));
    }

    private static VideoFrame noise(long seed) {
        byte[] y = new byte[SIZE * SIZE];
        new Random(seed).nextBytes(y);
        for (int i = 0; i < y.length; i++) {
            y[i] = (byte) (80 + (y[i] & 63));
        }
        return new VideoFrame(SIZE, SIZE, 0, y, filled(SIZE * SIZE / 4, 120), filled(SIZE * SIZE / 4, 135));
    }

    private static byte[] filled(int n, int value) {
        byte[] out = new byte[n];
        Arrays.fill(out, (byte) value);
        return out;
    }

    private static int spread(byte[] plane) {
        int low = 255;
        int high = 0;
        for (byte b : plane) {
            low = Math.min(low, b & 0xff);
            high = Math.max(high, b & 0xff);
        }
        return high - low;
    }
}
