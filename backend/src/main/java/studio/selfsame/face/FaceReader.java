package studio.selfsame.face;

import java.util.Optional;
import studio.selfsame.media.VideoFrame;

/** Fits the mesh to a region of a frame and reads off it what one frame says. */
final class FaceReader implements AutoCloseable {
    private static final double MIN_PRESENCE = 0.5;
    private static final int REFINEMENTS = 3;
    private static final float BURNT_OUT = 230;

    private final FaceMesh mesh;

    FaceReader(ModelCards cards) {
        mesh = new FaceMesh(cards);
    }

    /** Where nothing is known of the face but the detector's box, which is too rough for one look. */
    Optional<Sighting> readAnew(VideoFrame frame, int frameIndex, Region detected) {
        Region region = detected.withMargin();
        for (int pass = 1; pass < REFINEMENTS; pass++) {
            FaceMesh.Fit fit = mesh.fit(frame, region);
            if (!isFace(fit)) {
                return Optional.empty();
            }
            region = Region.of(fit.landmarks()).withMargin();
        }
        return read(frame, frameIndex, region);
    }

    /** @param region with margin, for example around the face in the frame before */
    Optional<Sighting> read(VideoFrame frame, int frameIndex, Region region) {
        FaceMesh.Fit fit = mesh.fit(frame, region);
        return isFace(fit) ? Optional.of(sight(frame, frameIndex, fit)) : Optional.empty();
    }

    private static boolean isFace(FaceMesh.Fit fit) {
        return fit.presence() >= MIN_PRESENCE && FaceGeometry.isPlausible(fit.landmarks());
    }

    private static Sighting sight(VideoFrame frame, int frameIndex, FaceMesh.Fit fit) {
        Landmarks points = fit.landmarks();
        int size = FaceAlignment.ARCFACE_SIZE;
        float[] luma = PatchSampler.luma(frame, FaceAlignment.arcFace(points), size);
        return new Sighting(
                frameIndex,
                frame.presentationTimeUs(),
                points,
                fit.presence(),
                laplacianVariance(luma, size),
                mean(luma),
                Look.of(luma),
                LipColour.pixels(frame, points, burntOut(luma)),
                false,
                null);
    }

    private static double laplacianVariance(float[] luma, int size) {
        double sum = 0;
        double squares = 0;
        for (int row = 1; row < size - 1; row++) {
            for (int at = row * size + 1; at < (row + 1) * size - 1; at++) {
                double value = 4 * luma[at] - luma[at - 1] - luma[at + 1] - luma[at - size] - luma[at + size];
                sum += value;
                squares += value * value;
            }
        }
        double count = (size - 2.0) * (size - 2.0);
        return squares / count - sum / count * (sum / count);
    }

    private static double burntOut(float[] luma) {
        int burnt = 0;
        for (float value : luma) {
            burnt += value >= BURNT_OUT ? 1 : 0;
        }
        return (double) burnt / luma.length;
    }

    private static double mean(float[] luma) {
        double sum = 0;
        for (float value : luma) {
            sum += value;
        }
        return sum / luma.length;
    }

    @Override
    public void close() {
        mesh.close();
    }
}
