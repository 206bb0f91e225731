package studio.selfsame.likeness;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import studio.selfsame.likeness.picture.CanonicalCrop;
import studio.selfsame.likeness.picture.Colour;
import studio.selfsame.likeness.picture.ColourMatch;
import studio.selfsame.likeness.picture.Compositor;
import studio.selfsame.likeness.picture.FaceRegion;
import studio.selfsame.likeness.picture.MouthMask;
import studio.selfsame.likeness.picture.Patch;
import studio.selfsame.likeness.picture.Residual;
import studio.selfsame.likeness.picture.StabilisedFace;
import studio.selfsame.media.VideoFrame;

/** What it takes no network, or no skill, to draw: pasted through the same mask and in the same colours. */
final class Baselines {
    private static final int SIZE = 96;

    private Baselines() {}

    /** The person's own likest frame as it is: neither bent nor corrected. */
    static HoldOut.Drawing retrieval(HoldOut hold, LikenessModel model, List<FramePlanner.Asked> asked) {
        return sink -> each(
                hold,
                model,
                asked,
                sink,
                (plate, face, source, patch, compositor) -> compositor.draw(
                        plate,
                        face,
                        patch,
                        source.face(),
                        compositor.warp(
                                source.face(), source.face(), source.face().lips()),
                        compositor.match(plate, face, patch, source.face()),
                        null));
    }

    /** The mean of all frames that were learnt from. */
    static HoldOut.Drawing meanFace(HoldOut hold, LikenessModel model, List<FramePlanner.Asked> asked)
            throws IOException {
        float[] mean = mean(hold, model);
        return sink -> each(hold, model, asked, sink, (plate, face, source, patch, compositor) -> {
            FaceRegion region = model.region();
            MouthMask mask = MouthMask.of(face, source.face());
            ColourMatch match = ColourMatch.of(
                    CanonicalCrop.of(plate, face.toFace(), region, ColourMatch.GRID),
                    reduced(mean),
                    ColourMatch.ring(mask, region),
                    region);
            float[] matched = match.apply(mean, region, SIZE);
            // As a residual over black: the picture itself.
            float[] had = CanonicalCrop.of(patch, source.face().toFace(), region, SIZE);
            for (int i = 0; i < had.length; i++) {
                had[i] = matched[i] - had[i];
            }
            return compositor.draw(
                    plate,
                    face,
                    patch,
                    source.face(),
                    compositor.warp(source.face(), source.face(), source.face().lips()),
                    ColourMatch.of(flat(), flat(), ColourMatch.ring(mask, region), region),
                    new Residual(had, SIZE, region));
        });
    }

    /** One frame drawn in some way. */
    private interface Way {
        VideoFrame draw(VideoFrame plate, StabilisedFace face, SourceFrame source, Patch patch, Compositor compositor);
    }

    private static void each(
            HoldOut hold, LikenessModel model, List<FramePlanner.Asked> asked, FaceAnimator.FrameSink sink, Way way)
            throws IOException {
        Compositor compositor = new Compositor(model.region());
        try (Plates plates = hold.plates(model);
                PatchStore patches = hold.patches(model)) {
            List<MotionPlan.Frame> frames = new FramePlanner(model, plates).plan(asked);
            Map<Integer, StabilisedFace> faces = plates.facesByFrame();
            Map<Integer, SourceFrame> sources = model.sourcesByFrame();
            for (int i = 0; i < frames.size(); i++) {
                VideoFrame plate = plates.read(frames.get(i).plateFrame());
                StabilisedFace face = faces.get(frames.get(i).plateFrame());
                SourceFrame source = sources.get(frames.get(i).mouthFrame());
                boolean drawn = frames.get(i).outcome() == FrameOutcome.DRAWN && face != null && source != null;
                sink.accept(i, plate, drawn ? way.draw(plate, face, source, patches.read(source), compositor) : plate);
            }
        }
    }

    /** Of all sources, {@code 3×96×96} of the whole region, averaged in linear light. */
    private static float[] mean(HoldOut hold, LikenessModel model) throws IOException {
        float[] sum = new float[3 * SIZE * SIZE];
        int every = Math.max(1, model.sources().size() / 300);
        int count = 0;
        try (PatchStore patches = hold.patches(model)) {
            for (int s = 0; s < model.sources().size(); s += every) {
                SourceFrame source = model.sources().get(s);
                float[] crop =
                        CanonicalCrop.of(patches.read(source), source.face().toFace(), model.region(), SIZE);
                for (int i = 0; i < sum.length; i++) {
                    sum[i] += Colour.linear(crop[i]);
                }
                count++;
            }
        }
        for (int i = 0; i < sum.length; i++) {
            sum[i] = Colour.gamma(sum[i] / count);
        }
        return sum;
    }

    private static float[] reduced(float[] picture) {
        int n = ColourMatch.GRID;
        int k = SIZE / n;
        float[] out = new float[3 * n * n];
        for (int i = 0; i < 3 * SIZE * SIZE; i++) {
            int c = i / (SIZE * SIZE);
            int y = i / SIZE % SIZE / k;
            int x = i % SIZE / k;
            out[c * n * n + y * n + x] += picture[i] / (k * k);
        }
        return out;
    }

    private static float[] flat() {
        float[] out = new float[3 * ColourMatch.GRID * ColourMatch.GRID];
        java.util.Arrays.fill(out, 0.5f);
        return out;
    }
}
