package studio.selfsame.likeness.picture;

import java.util.function.DoubleBinaryOperator;
import studio.selfsame.media.VideoFrame;

/** Small stabilised RGB pictures of a region: {@code 3×N×N}, gamma-coded, 0..1. */
public final class CanonicalCrop {
    private CanonicalCrop() {}

    public static float[] of(VideoFrame frame, Similarity toFace, FaceRegion region, int sizePx) {
        return of(YuvSampler.of(frame), toFace, region, sizePx);
    }

    public static float[] of(Patch patch, Similarity toFace, FaceRegion region, int sizePx) {
        return of(patch.sampler(), toFace, region, sizePx);
    }

    /** Of a source bent by {@code warp}. */
    public static float[] of(Patch patch, Similarity toFace, FaceWarp warp, FaceRegion region, int sizePx) {
        return of(patch.sampler(), toFace, warp::x, warp::y, region, sizePx);
    }

    /**
     * Of a source bent by {@code warp}, from a stored crop of it.
     *
     * @param crop {@code 3×M×M}, 8 bits, of {@code cropRegion}
     */
    public static float[] of(
            byte[] crop, int cropSizePx, FaceRegion cropRegion, FaceWarp warp, FaceRegion region, int sizePx) {
        return of(crop, cropSizePx, cropRegion, warp::x, warp::y, region, sizePx);
    }

    /** From a stored crop of a larger region. */
    public static float[] of(byte[] crop, int cropSizePx, FaceRegion cropRegion, FaceRegion region, int sizePx) {
        return of(crop, cropSizePx, cropRegion, (x, y) -> x, (x, y) -> y, region, sizePx);
    }

    /** Bilinear; the picture itself where it has that size already. */
    public static float[] enlarged(float[] picture, int fromPx, int toPx) {
        if (fromPx == toPx) {
            return picture;
        }
        float[] out = new float[3 * toPx * toPx];
        for (int j = 0; j < toPx; j++) {
            float y = Math.clamp((j + 0.5f) * fromPx / toPx - 0.5f, 0, fromPx - 1.001f);
            for (int i = 0; i < toPx; i++) {
                float x = Math.clamp((i + 0.5f) * fromPx / toPx - 0.5f, 0, fromPx - 1.001f);
                float fx = x - (int) x;
                float fy = y - (int) y;
                for (int c = 0; c < 3; c++) {
                    int k = (c * fromPx + (int) y) * fromPx + (int) x;
                    float upper = picture[k] * (1 - fx) + picture[k + 1] * fx;
                    float lower = picture[k + fromPx] * (1 - fx) + picture[k + fromPx + 1] * fx;
                    out[(c * toPx + j) * toPx + i] = upper * (1 - fy) + lower * fy;
                }
            }
        }
        return out;
    }

    private static float[] of(
            byte[] crop,
            int cropSizePx,
            FaceRegion cropRegion,
            DoubleBinaryOperator bentX,
            DoubleBinaryOperator bentY,
            FaceRegion region,
            int sizePx) {
        int area = sizePx * sizePx;
        float[] out = new float[3 * area];
        for (int i = 0; i < area; i++) {
            double x = region.x((i % sizePx + 0.5) / sizePx);
            double y = region.y((i / sizePx + 0.5) / sizePx);
            double px = Math.clamp(cropRegion.u(bentX.applyAsDouble(x, y)) * cropSizePx - 0.5, 0, cropSizePx - 1.001);
            double py = Math.clamp(cropRegion.v(bentY.applyAsDouble(x, y)) * cropSizePx - 0.5, 0, cropSizePx - 1.001);
            int at = (int) py * cropSizePx + (int) px;
            float fx = (float) (px - (int) px);
            float fy = (float) (py - (int) py);
            for (int c = 0; c < 3; c++) {
                int k = c * cropSizePx * cropSizePx + at;
                float upper = (crop[k] & 0xff) * (1 - fx) + (crop[k + 1] & 0xff) * fx;
                float lower = (crop[k + cropSizePx] & 0xff) * (1 - fx) + (crop[k + cropSizePx + 1] & 0xff) * fx;
                out[c * area + i] = (upper * (1 - fy) + lower * fy) / 255;
            }
        }
        return out;
    }

    private static float[] of(YuvSampler picture, Similarity toFace, FaceRegion region, int sizePx) {
        return of(picture, toFace, (x, y) -> x, (x, y) -> y, region, sizePx);
    }

    private static float[] of(
            YuvSampler picture,
            Similarity toFace,
            DoubleBinaryOperator bentX,
            DoubleBinaryOperator bentY,
            FaceRegion region,
            int sizePx) {
        Similarity toFrame = toFace.inverse();
        int area = sizePx * sizePx;
        float[] out = new float[3 * area];
        // Enough samples per small pixel that none of the large ones is skipped.
        int per = (int) Math.clamp(Math.round(region.side() * toFrame.scale() / sizePx), 1, 4);
        float share = 1f / (per * per);
        for (int j = 0; j < sizePx; j++) {
            for (int i = 0; i < sizePx; i++) {
                float luma = 0;
                for (int s = 0; s < per * per; s++) {
                    double u = region.x((i + (s % per + 0.5) / per) / sizePx);
                    double v = region.y((j + (s / per + 0.5) / per) / sizePx);
                    double x = bentX.applyAsDouble(u, v);
                    double y = bentY.applyAsDouble(u, v);
                    luma += picture.luma(toFrame.x(x, y), toFrame.y(x, y)) * share;
                }
                double p = region.x((i + 0.5) / sizePx);
                double q = region.y((j + 0.5) / sizePx);
                double x = bentX.applyAsDouble(p, q);
                double y = bentY.applyAsDouble(p, q);
                float u = picture.u(toFrame.x(x, y), toFrame.y(x, y));
                float v = picture.v(toFrame.x(x, y), toFrame.y(x, y));
                int at = j * sizePx + i;
                out[at] = Math.clamp(Colour.red(luma, u, v), 0, 1);
                out[area + at] = Math.clamp(Colour.green(luma, u, v), 0, 1);
                out[2 * area + at] = Math.clamp(Colour.blue(luma, u, v), 0, 1);
            }
        }
        return out;
    }
}
