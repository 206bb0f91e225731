package studio.selfsame.likeness.picture;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import studio.selfsame.media.VideoFrame;

/** Small stabilised RGB pictures of a region: {@code 3×N×N}, gamma-coded, 0..1. */
public final class CanonicalCrop {
    private CanonicalCrop() {}

    public static float[] of(VideoFrame frame, Similarity toFace, FaceRegion region, int sizePx) {
        return of(YuvSampler.of(frame), toFace, null, region, sizePx);
    }

    public static float[] of(Patch patch, Similarity toFace, FaceRegion region, int sizePx) {
        return of(patch.sampler(), toFace, null, region, sizePx);
    }

    /** Of a source bent by {@code warp}. */
    public static float[] of(Patch patch, Similarity toFace, FaceWarp warp, FaceRegion region, int sizePx) {
        return of(patch.sampler(), toFace, warp, region, sizePx);
    }

    /**
     * Of a source bent by {@code warp}, from a stored crop of it.
     *
     * @param crop {@code 3×M×M}, 8 bits, of {@code cropRegion}
     */
    public static float[] of(
            byte[] crop, int cropSizePx, FaceRegion cropRegion, FaceWarp warp, FaceRegion region, int sizePx) {
        return stored(crop, cropSizePx, cropRegion, warp, region, sizePx);
    }

    /** From a stored crop of a larger region. */
    public static float[] of(byte[] crop, int cropSizePx, FaceRegion cropRegion, FaceRegion region, int sizePx) {
        return stored(crop, cropSizePx, cropRegion, null, region, sizePx);
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

    private static float[] stored(
            byte[] crop,
            int cropSizePx,
            FaceRegion cropRegion,
            @Nullable FaceWarp warp,
            FaceRegion region,
            int sizePx) {
        int area = sizePx * sizePx;
        float[] out = new float[3 * area];
        Row row = new Row(region, sizePx, 1);
        for (int j = 0; j < sizePx; j++) {
            row.at(region.y((j + 0.5) / sizePx), warp);
            for (int i = 0; i < sizePx; i++) {
                double px = Math.clamp(cropRegion.u(row.x[i]) * cropSizePx - 0.5, 0, cropSizePx - 1.001);
                double py = Math.clamp(cropRegion.v(row.y[i]) * cropSizePx - 0.5, 0, cropSizePx - 1.001);
                int at = (int) py * cropSizePx + (int) px;
                float fx = (float) (px - (int) px);
                float fy = (float) (py - (int) py);
                for (int c = 0; c < 3; c++) {
                    int k = c * cropSizePx * cropSizePx + at;
                    float upper = (crop[k] & 0xff) * (1 - fx) + (crop[k + 1] & 0xff) * fx;
                    float lower = (crop[k + cropSizePx] & 0xff) * (1 - fx) + (crop[k + cropSizePx + 1] & 0xff) * fx;
                    out[c * area + j * sizePx + i] = (upper * (1 - fy) + lower * fy) / 255;
                }
            }
        }
        return out;
    }

    private static float[] of(
            YuvSampler picture, Similarity toFace, @Nullable FaceWarp warp, FaceRegion region, int sizePx) {
        Similarity toFrame = toFace.inverse();
        int area = sizePx * sizePx;
        float[] out = new float[3 * area];
        // Enough samples per small pixel that none of the large ones is skipped.
        int per = (int) Math.clamp(Math.round(region.side() * toFrame.scale() / sizePx), 1, 4);
        float share = 1f / (per * per);
        Row fine = new Row(region, sizePx, per);
        Row middle = new Row(region, sizePx, 1);
        float[] luma = new float[sizePx];
        for (int j = 0; j < sizePx; j++) {
            Arrays.fill(luma, 0);
            for (int s = 0; s < per; s++) {
                fine.at(region.y((j + (s + 0.5) / per) / sizePx), warp);
                for (int i = 0, k = 0; i < sizePx; i++) {
                    for (int last = k + per; k < last; k++) {
                        luma[i] +=
                                picture.luma(toFrame.x(fine.x[k], fine.y[k]), toFrame.y(fine.x[k], fine.y[k])) * share;
                    }
                }
            }
            middle.at(region.y((j + 0.5) / sizePx), warp);
            for (int i = 0; i < sizePx; i++) {
                double x = toFrame.x(middle.x[i], middle.y[i]);
                double y = toFrame.y(middle.x[i], middle.y[i]);
                float u = picture.u(x, y);
                float v = picture.v(x, y);
                int at = j * sizePx + i;
                out[at] = Math.clamp(Colour.red(luma[i], u, v), 0, 1);
                out[area + at] = Math.clamp(Colour.green(luma[i], u, v), 0, 1);
                out[2 * area + at] = Math.clamp(Colour.blue(luma[i], u, v), 0, 1);
            }
        }
        return out;
    }

    /** Where the samples of one row come from, {@code per} of them for each pixel. */
    private static final class Row {
        private final double[] places;
        private final double[] x;
        private final double[] y;

        private Row(FaceRegion region, int sizePx, int per) {
            places = new double[sizePx * per];
            x = new double[places.length];
            y = new double[places.length];
            for (int k = 0; k < places.length; k++) {
                places[k] = region.x((k / per + (k % per + 0.5) / per) / sizePx);
            }
        }

        private void at(double height, @Nullable FaceWarp warp) {
            if (warp == null) {
                System.arraycopy(places, 0, x, 0, places.length);
                Arrays.fill(y, height);
            } else {
                warp.row(places, height, x, y);
            }
        }
    }
}
