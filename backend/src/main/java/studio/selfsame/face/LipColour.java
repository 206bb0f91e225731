package studio.selfsame.face;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import studio.selfsame.media.VideoFrame;

/**
 * How red the lips are beside the skin around them, where the mesh says that they are. Whatever covers a mouth has no red
 * there, and the mesh draws a mouth onto it all the same.
 */
final class LipColour {
    /** In the middle of the red, away from the teeth: upper lip at its side and middle, lower lip likewise. */
    private static final int[] LEFT = {72, 11, 85, 16};

    private static final int[] RIGHT = {302, 11, 315, 16};

    /** Chin, cheeks and beside the mouth. */
    private static final int[] SKIN = {
        83, 313, 200, 201, 421, 199, 175, 205, 425, 207, 427, 50, 280, 36, 266, 57, 287, 212, 432, 202, 422, 43, 273
    };

    /** Of the distance of the eyes, to each side of a point: a single pixel of chroma is noise. */
    private static final double REACH = 0.03;

    private static final double BLACK = 16;
    private static final double LEAST_LUMA = 8;

    /** Frames to either side: an odd frame, as of teeth in a laugh, covers nothing. */
    private static final int CALM = 2;

    private LipColour() {}

    static FaceObservation.Pixels pixels(VideoFrame frame, Landmarks p, double burntOut) {
        double reach = REACH * FaceGeometry.interocular(p);
        double[] skin = Arrays.stream(SKIN)
                .mapToDouble(i -> red(frame, p, i, reach))
                .sorted()
                .toArray();
        double[] luma = Arrays.stream(SKIN)
                .mapToDouble(i -> PatchSampler.luma(frame, p.x()[i], p.y()[i]))
                .sorted()
                .toArray();
        double usual = skin[skin.length / 2];
        double light = Math.max(LEAST_LUMA, luma[luma.length / 2] - BLACK);
        return new FaceObservation.Pixels(
                100 * (mean(frame, p, LEFT, reach) - usual) / light,
                100 * (mean(frame, p, RIGHT, reach) - usual) / light,
                burntOut);
    }

    /** The lips' red as it is in most of the frames around. */
    static List<FaceObservation.Pixels> calm(List<FaceObservation.Pixels> track) {
        double[] left = calm(
                track.stream().mapToDouble(FaceObservation.Pixels::leftLipRed).toArray());
        double[] right = calm(
                track.stream().mapToDouble(FaceObservation.Pixels::rightLipRed).toArray());
        List<FaceObservation.Pixels> calm = new ArrayList<>(track.size());
        for (int i = 0; i < left.length; i++) {
            calm.add(new FaceObservation.Pixels(left[i], right[i], track.get(i).burntOut()));
        }
        return calm;
    }

    private static double[] calm(double[] red) {
        return Series.slidingQuantile(red, CALM, 0.5);
    }

    private static double mean(VideoFrame frame, Landmarks p, int[] points, double reach) {
        return Arrays.stream(points)
                .mapToDouble(i -> red(frame, p, i, reach))
                .average()
                .orElseThrow();
    }

    private static double red(VideoFrame frame, Landmarks p, int i, double reach) {
        double x = p.x()[i];
        double y = p.y()[i];
        return (2 * PatchSampler.red(frame, x, y)
                        + PatchSampler.red(frame, x - reach, y)
                        + PatchSampler.red(frame, x + reach, y)
                        + PatchSampler.red(frame, x, y - reach)
                        + PatchSampler.red(frame, x, y + reach))
                / 6;
    }
}
