package studio.selfsame.likeness.picture;

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

    static float[] of(YuvSampler picture, Similarity toFace, FaceRegion region, int sizePx) {
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
                    double x = region.x((i + (s % per + 0.5) / per) / sizePx);
                    double y = region.y((j + (s / per + 0.5) / per) / sizePx);
                    luma += picture.luma(toFrame.x(x, y), toFrame.y(x, y)) * share;
                }
                double x = region.x((i + 0.5) / sizePx);
                double y = region.y((j + 0.5) / sizePx);
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
