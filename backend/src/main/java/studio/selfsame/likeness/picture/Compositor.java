package studio.selfsame.likeness.picture;

import java.util.List;
import org.jspecify.annotations.Nullable;
import studio.selfsame.likeness.motion.LipShape;
import studio.selfsame.media.VideoFrame;

/**
 * Puts the mouth of one frame into another frame of the same person. Pixels outside the mask stay bit for bit as they
 * were.
 */
public final class Compositor {
    private final FaceRegion region;

    /** @param region of stabilised space that holds the whole mask */
    public Compositor(FaceRegion region) {
        this.region = region;
    }

    /** Bends {@code sourceFace} so that its lips come to lie where they are wanted, and its jaw meets the plate's. */
    public FaceWarp warp(StabilisedFace plateFace, StabilisedFace sourceFace, LipShape lips) {
        return FaceWarp.of(plateFace, List.of(sourceFace), lips, region, region).getFirst();
    }

    /** Colour and light of {@code plate} over {@code source}, measured where the mask fades. */
    public ColourMatch match(VideoFrame plate, StabilisedFace plateFace, Patch source, StabilisedFace sourceFace) {
        MouthMask mask = MouthMask.of(plateFace, sourceFace);
        return ColourMatch.of(
                CanonicalCrop.of(plate, plateFace.toFace(), region, ColourMatch.GRID),
                CanonicalCrop.of(source, sourceFace.toFace(), region, ColourMatch.GRID),
                ColourMatch.ring(mask, region),
                region);
    }

    /**
     * Draws {@code source}, bent by {@code warp}, into {@code plate}; {@code residual} is added to the matched source where
     * there is one.
     */
    public VideoFrame draw(
            VideoFrame plate,
            StabilisedFace plateFace,
            Patch source,
            StabilisedFace sourceFace,
            FaceWarp warp,
            ColourMatch match,
            @Nullable Residual residual) {
        MouthMask mask = MouthMask.of(plateFace, sourceFace);
        YuvSampler pixels = source.sampler();
        Similarity toFace = plateFace.toFace();
        Similarity toPlate = toFace.inverse();
        Similarity toSource = sourceFace.toFace().inverse();
        byte[] y = plate.y().clone();
        byte[] u = plate.u().clone();
        byte[] v = plate.v().clone();
        int width = plate.widthPx();
        int height = plate.heightPx();
        int chromaWidth = plate.chromaWidthPx();
        int[] box = bounds(mask, toPlate, width, height);
        float[] rgb = new float[3];
        float[] gains = new float[3];
        for (int cy = box[1] / 2; cy <= box[3] / 2; cy++) {
            for (int cx = box[0] / 2; cx <= box[2] / 2; cx++) {
                float covered = 0;
                float sumU = 0;
                float sumV = 0;
                for (int k = 0; k < 4; k++) {
                    int px = 2 * cx + (k & 1);
                    int py = 2 * cy + (k >> 1);
                    if (px >= width || py >= height) {
                        continue;
                    }
                    double fx = toFace.x(px, py);
                    double fy = toFace.y(px, py);
                    float m = (float) mask.at(fx, fy);
                    if (m <= 0) {
                        continue;
                    }
                    double wx = warp.x(fx, fy);
                    double wy = warp.y(fx, fy);
                    double qx = toSource.x(wx, wy);
                    double qy = toSource.y(wx, wy);
                    float luma = pixels.luma(qx, qy);
                    float cu = pixels.u(qx, qy);
                    float cv = pixels.v(qx, qy);
                    rgb[0] = Colour.red(luma, cu, cv);
                    rgb[1] = Colour.green(luma, cu, cv);
                    rgb[2] = Colour.blue(luma, cu, cv);
                    match.at(fx, fy, gains);
                    for (int c = 0; c < 3; c++) {
                        rgb[c] = Colour.gamma(Colour.linear(rgb[c]) * gains[c]);
                    }
                    if (residual != null) {
                        residual.addTo(rgb, fx, fy);
                    }
                    int at = py * width + px;
                    float was = y[at] & 0xff;
                    y[at] = code(was + m * (Colour.luma(rgb[0], rgb[1], rgb[2]) - was));
                    covered += m;
                    sumU += m * Colour.chromaU(rgb[0], rgb[1], rgb[2]);
                    sumV += m * Colour.chromaV(rgb[0], rgb[1], rgb[2]);
                }
                if (covered > 0) {
                    int at = cy * chromaWidth + cx;
                    u[at] = code((u[at] & 0xff) * (1 - covered / 4) + sumU / 4);
                    v[at] = code((v[at] & 0xff) * (1 - covered / 4) + sumV / 4);
                }
            }
        }
        return new VideoFrame(width, height, plate.presentationTimeUs(), y, u, v);
    }

    private static byte code(float value) {
        return (byte) Math.clamp(Math.round(value), 1, 254);
    }

    private static int[] bounds(MouthMask mask, Similarity toPlate, int width, int height) {
        double left = width;
        double top = height;
        double right = 0;
        double bottom = 0;
        for (int k = 0; k < 4; k++) {
            double x = mask.centreX() + ((k & 1) == 0 ? -1 : 1) * mask.halfWidth();
            double y = mask.centreY() + ((k & 2) == 0 ? -mask.up() : mask.down());
            left = Math.min(left, toPlate.x(x, y));
            right = Math.max(right, toPlate.x(x, y));
            top = Math.min(top, toPlate.y(x, y));
            bottom = Math.max(bottom, toPlate.y(x, y));
        }
        return new int[] {
            Math.clamp((int) left - 2, 0, width - 1), Math.clamp((int) top - 2, 0, height - 1),
            Math.clamp((int) right + 2, 0, width - 1), Math.clamp((int) bottom + 2, 0, height - 1)
        };
    }
}
