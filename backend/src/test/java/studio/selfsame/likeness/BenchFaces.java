package studio.selfsame.likeness;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import studio.selfsame.face.FaceTracking;
import studio.selfsame.likeness.measure.Box;
import studio.selfsame.likeness.measure.Window;
import studio.selfsame.likeness.motion.LipShape;
import studio.selfsame.likeness.picture.Similarity;
import studio.selfsame.likeness.picture.StabilisedFace;

/** Lip points and boxes of faces. */
final class BenchFaces {
    /** Outer then inner lips, of MediaPipe's mesh. */
    private static final int[] LIPS = {
        61, 146, 91, 181, 84, 17, 314, 405, 321, 375, 291, 409, 270, 269, 267, 0, 37, 39, 40, 185,
        78, 95, 88, 178, 87, 14, 317, 402, 318, 324, 308, 415, 310, 311, 312, 13, 82, 81, 80, 191
    };

    private BenchFaces() {}

    static float[] lips(float[] points) {
        float[] out = new float[LIPS.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = points[LIPS[i]];
        }
        return out;
    }

    /** Lips and as much again on each side, where they lie in the frame. */
    static Box mouth(StabilisedFace face, int widthPx, int heightPx) {
        float[] v = face.lips().outer();
        int n = LipShape.RING;
        float[] x = new float[n];
        float[] y = new float[n];
        for (int i = 0; i < n; i++) {
            x[i] = (float) face.toFace().inverse().x(v[i], v[n + i]);
            y[i] = (float) face.toFace().inverse().y(v[i], v[n + i]);
        }
        return Box.around(x, y, 0.25, 0.5, widthPx, heightPx);
    }

    /** From the eyes to below the chin. */
    static Box lowerFace(StabilisedFace face, int widthPx, int heightPx) {
        double x = face.lips().centreX();
        double y = face.lips().centreY();
        Similarity toFrame = face.toFace().inverse();
        float[] xs = new float[4];
        float[] ys = new float[4];
        for (int k = 0; k < 4; k++) {
            double px = x + (k % 2 == 0 ? -0.95 : 0.95);
            double py = y + (k < 2 ? -1.0 : 0.9);
            xs[k] = (float) toFrame.x(px, py);
            ys[k] = (float) toFrame.y(px, py);
        }
        return Box.around(xs, ys, 0, 0, widthPx, heightPx);
    }

    /** Holds every face of the track with room around it. */
    static Window window(FaceTracking tracking, int widthPx, int heightPx) throws IOException {
        List<Float> x = new ArrayList<>();
        List<Float> y = new ArrayList<>();
        tracking.tracks()
                .forEach(t -> t.observations().forEach(o -> {
                    x.add(o.box().x());
                    x.add(o.box().x() + o.box().widthPx());
                    y.add(o.box().y());
                    y.add(o.box().y() + o.box().heightPx());
                }));
        if (x.isEmpty()) {
            throw new IOException("no face in what is held out");
        }
        return Window.around(Box.around(array(x), array(y), 0.3, 0.3, widthPx, heightPx), widthPx, heightPx);
    }

    private static float[] array(List<Float> values) {
        float[] out = new float[values.size()];
        for (int i = 0; i < out.length; i++) {
            out[i] = values.get(i);
        }
        return out;
    }
}
