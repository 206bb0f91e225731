package studio.selfsame.likeness;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import studio.selfsame.face.FaceEmbedding;
import studio.selfsame.likeness.measure.Box;
import studio.selfsame.likeness.measure.Frames;
import studio.selfsame.likeness.measure.LipMotion;
import studio.selfsame.likeness.measure.PictureScore;
import studio.selfsame.likeness.measure.Window;
import studio.selfsame.likeness.picture.MouthMask;
import studio.selfsame.likeness.picture.StabilisedFace;
import studio.selfsame.media.ColourConversion;
import studio.selfsame.media.VideoFrame;

/**
 * Held-out frames as drawn beside the real ones, means over all frames.
 *
 * @param mouth of the lips and half as much again around them
 * @param whole of the whole frame
 * @param identity cosine of the face drawn to the real one, of every 25th frame
 * @param seam luma levels by which gradients grew where the mask fades; 0 leaves no edge
 * @param framesPerSecond decoded and drawn, on one core
 */
public record Score(
        PictureScore mouth, PictureScore whole, LipMotion lips, double identity, double seam, double framesPerSecond) {
    private static final int FACES_EVERY = 25;

    static Score of(HoldOut hold, BenchClip.Rooms rooms, LikenessModel model, HoldOut.Drawing drawing)
            throws IOException {
        Map<Integer, StabilisedFace> faces = new HashMap<>();
        hold.held(model).forEach(f -> faces.put(f.frameIndex(), f));
        Window window = BenchFaces.window(
                hold.heldTracking(), hold.video().widthPx(), hold.video().heightPx());
        List<VideoFrame> drawn = new ArrayList<>();
        List<VideoFrame> real = new ArrayList<>();
        List<PictureScore> mouths = new ArrayList<>();
        List<PictureScore> wholes = new ArrayList<>();
        List<Double> seams = new ArrayList<>();
        long[] measuring = new long[1];
        long begun = System.nanoTime();
        drawing.draw((i, plate, picture) -> {
            long paused = System.nanoTime();
            drawn.add(window.of(picture));
            real.add(window.of(plate));
            StabilisedFace face = faces.get(hold.first() + i);
            if (face != null) {
                mouths.add(PictureScore.of(picture, plate, BenchFaces.mouth(face, plate.widthPx(), plate.heightPx())));
                wholes.add(PictureScore.of(picture, plate, Box.whole(plate)));
                seams.add(seam(picture, plate, face));
            }
            measuring[0] += System.nanoTime() - paused;
        });
        double seconds = (System.nanoTime() - begun - measuring[0]) / 1e9;
        return new Score(
                PictureScore.mean(mouths),
                PictureScore.mean(wholes),
                lips(rooms, hold, drawn, real),
                identity(rooms, drawn, real),
                seams.stream().mapToDouble(Double::doubleValue).average().orElse(0),
                drawn.size() / seconds);
    }

    private static LipMotion lips(BenchClip.Rooms rooms, HoldOut hold, List<VideoFrame> drawn, List<VideoFrame> real) {
        Map<Integer, LipMotion.Lips> seen = new HashMap<>();
        rooms.lips(new Frames(drawn, hold.rate())).forEach(l -> seen.put(l.frame(), l));
        List<LipMotion.Lips> both = rooms.lips(new Frames(real, hold.rate())).stream()
                .filter(l -> seen.containsKey(l.frame()))
                .toList();
        return LipMotion.of(both.stream().map(l -> seen.get(l.frame())).toList(), both);
    }

    private static double identity(BenchClip.Rooms rooms, List<VideoFrame> drawn, List<VideoFrame> real) {
        double sum = 0;
        int count = 0;
        try (var tracker = rooms.trackers().open()) {
            for (int i = 0; i < drawn.size(); i += FACES_EVERY) {
                var a = tracker.detect(ColourConversion.toRgb(drawn.get(i)));
                var b = tracker.detect(ColourConversion.toRgb(real.get(i)));
                if (!a.isEmpty() && !b.isEmpty()) {
                    sum += cosine(a.getFirst().embedding(), b.getFirst().embedding());
                    count++;
                }
            }
        }
        return sum / Math.max(1, count);
    }

    private static double cosine(FaceEmbedding a, FaceEmbedding b) {
        double sum = 0;
        for (int i = 0; i < a.primary().length; i++) {
            sum += a.primary()[i] * b.primary()[i];
        }
        return sum;
    }

    private static double seam(VideoFrame drawn, VideoFrame real, StabilisedFace face) {
        MouthMask mask = MouthMask.of(face, face);
        double sum = 0;
        int count = 0;
        int width = real.widthPx();
        for (int y = 1; y < real.heightPx() - 1; y++) {
            for (int x = 1; x < width - 1; x++) {
                double m = mask.at(face.toFace().x(x, y), face.toFace().y(x, y));
                if (m > 0.02 && m < 0.6) {
                    int at = y * width + x;
                    sum += Math.max(0, gradient(drawn.y(), at, width) - gradient(real.y(), at, width));
                    count++;
                }
            }
        }
        return sum / Math.max(1, count);
    }

    private static double gradient(byte[] luma, int at, int width) {
        double gx = (luma[at + 1] & 0xff) - (luma[at - 1] & 0xff);
        double gy = (luma[at + width] & 0xff) - (luma[at - width] & 0xff);
        return Math.hypot(gx, gy) / 2;
    }
}
