package studio.selfsame.likeness;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import studio.selfsame.face.FaceObservation;
import studio.selfsame.face.FaceTrack;
import studio.selfsame.face.FaceTracking;
import studio.selfsame.likeness.measure.Frames;
import studio.selfsame.likeness.picture.SyntheticFace;
import studio.selfsame.media.FrameRate;
import studio.selfsame.media.MediaReader;
import studio.selfsame.media.VideoFrame;

/**
 * A painted face that speaks, in a studio's light and in a dim room's. What is seen of its teeth is nowhere in its points:
 * only its pictures tell.
 */
final class TwoLooks {
    static final FrameRate RATE = new FrameRate(25, 1);
    static final int SIZE = 256;
    private static final double SCALE = 80;

    private TwoLooks() {}

    /** What happens in a frame: the same for the same number. */
    private static double open(int moment) {
        return 0.5 - 0.4 * Math.cos(moment * 0.4);
    }

    private static double teeth(int moment) {
        return new Random(moment * 7919L).nextDouble();
    }

    static FaceTracking tracking(int first, int frames) {
        List<FaceObservation> seen = IntStream.range(0, frames)
                .mapToObj(i -> SyntheticFace.at(i, open(first + i), 0, 0, 0))
                .toList();
        FaceTrack.Shot shot = new FaceTrack.Shot(0, 0, frames - 1);
        return new FaceTracking(frames, List.of(shot), List.of(new FaceTrack(shot, seen, List.of())));
    }

    /** The same moments as {@link #tracking}. */
    static MediaReader film(int first, int frames, boolean casual) {
        return new Frames(
                IntStream.range(0, frames)
                        .mapToObj(i -> frame(first + i, RATE.timeUs(i), casual))
                        .toList(),
                RATE);
    }

    static Dataset studio(int frames, TrainingSettings settings, ByteArrayOutputStream patches) throws IOException {
        return Dataset.build(tracking(0, frames), film(0, frames, false), settings, patches, fraction -> {});
    }

    static LookCrops casual(Dataset studio, int first, int frames) throws IOException {
        return LookCrops.cut(studio, tracking(first, frames).tracks(), film(first, frames, true), fraction -> {});
    }

    private static VideoFrame frame(int moment, long timeUs, boolean casual) {
        Random grain = new Random(moment);
        byte[] y = new byte[SIZE * SIZE];
        byte[] u = new byte[SIZE * SIZE / 4];
        byte[] v = new byte[u.length];
        for (int i = 0; i < y.length; i++) {
            double luma = luma(i % SIZE, i / SIZE, moment);
            double seen = casual ? 16 + 0.6 * (luma - 16) + 6 * grain.nextGaussian() : luma;
            y[i] = (byte) Math.clamp(Math.round(seen), 16, 235);
        }
        java.util.Arrays.fill(u, (byte) (casual ? 112 : 120));
        java.util.Arrays.fill(v, (byte) (casual ? 148 : 138));
        return new VideoFrame(SIZE, SIZE, timeUs, y, u, v);
    }

    private static double luma(int px, int py, int moment) {
        double x = (px - 128) / SCALE;
        double y = (py - 70) / SCALE - 1;
        double open = open(moment);
        boolean lips = square(x / 0.38) + square(y / (y < 0 ? 0.13 : 0.12 + 0.25 * open)) < 1;
        boolean inside = y > 0 && square(x / 0.33) + square(y / (0.25 * open)) < 1;
        if (inside) {
            return 40 + 160 * teeth(moment);
        }
        return (lips ? 110 : 170) + 15 * x;
    }

    private static double square(double v) {
        return v * v;
    }
}
