package studio.selfsame.likeness;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import studio.selfsame.likeness.motion.LipShape;
import studio.selfsame.likeness.motion.LipSpace;
import studio.selfsame.likeness.motion.MouthPose;
import studio.selfsame.likeness.net.Batch;
import studio.selfsame.likeness.net.NetShape;
import studio.selfsame.likeness.picture.CanonicalCrop;
import studio.selfsame.likeness.picture.ColourMatch;
import studio.selfsame.likeness.picture.FaceRegion;
import studio.selfsame.likeness.picture.FaceWarp;
import studio.selfsame.likeness.picture.JawLine;
import studio.selfsame.likeness.picture.LipRaster;
import studio.selfsame.likeness.picture.MouthMask;
import studio.selfsame.likeness.picture.StabilisedFace;

/** Makes the network's inputs, in the same way when it learns and when it draws. */
final class ResidualExamples {
    private static final float VALUE_SCALE = 20;

    private final FaceRegion region;
    private final FaceRegion netRegion;
    private final NetShape shape;
    private final float mouthWeight;
    private final Mixing mixing;
    private final int mixPx;

    ResidualExamples(LikenessModel model) {
        this(model, 0);
    }

    /** @param mouthWeight how much more than the rest pixels around the mouth count in training */
    ResidualExamples(LikenessModel model, double mouthWeight) {
        this.mouthWeight = (float) mouthWeight;
        region = model.region();
        netRegion = model.netRegion();
        shape = model.netShape();
        mixing = new Mixing(model);
        mixPx = model.mixPx();
    }

    /** One example, its mask beside it. */
    record Inputs(float[] pictures, float[] values, float[] mask) {
        /** What was mixed from all that was retrieved, {@code 3×S×S}. */
        float[] retrieved() {
            int n = 3 * mask.length;
            return Arrays.copyOfRange(pictures, n, 2 * n);
        }

        /**
         * From the likest of what was retrieved to what is to be drawn: the mixture of all that was, with the network's
         * residual.
         *
         * @param residual {@code 3×S×S}; zeros without a network
         */
        float[] overLikest(float[] residual) {
            int n = residual.length;
            float[] out = new float[n];
            for (int i = 0; i < n; i++) {
                out[i] = pictures[n + i] - pictures[2 * n + i] + residual[i];
            }
            return out;
        }
    }

    /**
     * The person's own mouths that were retrieved.
     *
     * @param likest of them
     * @param match the likest to the plate
     * @param crop of the likest in the network's size, bent to the wanted lips, gamma-coded
     */
    record Found(StabilisedFace likest, ColourMatch match, float[] crop, Mixing.Mixed mixed) {}

    /** @param plateGrid,grid of the whole region of the plate and of what is to look like it */
    ColourMatch match(StabilisedFace plate, float[] plateGrid, StabilisedFace source, float[] grid) {
        return ColourMatch.of(plateGrid, grid, ColourMatch.ring(MouthMask.of(plate, source), region), region);
    }

    /**
     * @param plate crop of the network's region, gamma-coded
     * @param plateGrid of the whole region, to match colours by
     * @param lips wanted, at their place in stabilised space
     */
    Inputs inputs(
            StabilisedFace plateFace,
            float[] plate,
            float[] plateGrid,
            Found found,
            LipShape lips,
            float[] lipValues,
            MouthPose pose) {
        return inputs(Variation.none(netRegion), plateFace, plate, plateGrid, found, lips, lipValues, pose);
    }

    /** @param plate,found what the variation sees, not yet in its light */
    private Inputs inputs(
            Variation variation,
            StabilisedFace plateFace,
            float[] plate,
            float[] plateGrid,
            Found found,
            LipShape lips,
            float[] lipValues,
            MouthPose pose) {
        int size = shape.sizePx();
        int area = size * size;
        FaceRegion seen = variation.seen();
        float[] pictures = new float[NetShape.INPUTS * area];
        retrieved(variation, plateFace, plateGrid, found, pictures);
        variation.relight(plate, size, false);
        MouthMask mask = MouthMask.of(plateFace, found.likest());
        float[] masks = new float[area];
        for (int i = 0; i < area; i++) {
            masks[i] = (float) mask.at(seen.x((i % size + 0.5) / size), seen.y((i / size + 0.5) / size));
            for (int c = 0; c < 3; c++) {
                pictures[c * area + i] = plate[c * area + i] * (1 - masks[i]) + 0.5f * masks[i];
            }
        }
        System.arraycopy(LipRaster.of(lips, seen, size), 0, pictures, NetShape.LIPS * area, area);
        float[] values = new float[LikenessModel.NET_VALUES];
        for (int k = 0; k < LipSpace.COMPONENTS; k++) {
            values[k] = lipValues[k] * VALUE_SCALE;
        }
        values[LipSpace.COMPONENTS] = (float) pose.open();
        values[LipSpace.COMPONENTS + 1] = (float) pose.width();
        values[LipSpace.COMPONENTS + 2] = (float) pose.jaw();
        values[LipSpace.COMPONENTS + 3] = (float) pose.lowerLip();
        return new Inputs(pictures, values, masks);
    }

    /** The mixture behind the plate, then the likest: in the plate's colours, in the variation's light. */
    private void retrieved(
            Variation variation, StabilisedFace plateFace, float[] plateGrid, Found found, float[] pictures) {
        int size = shape.sizePx();
        int n = 3 * size * size;
        Mixing.Mixed mixed = found.mixed();
        float[] likest = found.match().apply(found.crop(), variation.seen(), size);
        float[] common = match(plateFace, plateGrid, found.likest(), mixed.mixtureGrid())
                .apply(mixed.mixture(), variation.seen(), mixPx);
        float[] own = size == mixPx ? likest : found.match().apply(mixed.likest(), variation.seen(), mixPx);
        beside(common, own, plateFace, found.likest(), variation.seen());
        float[] mixture = CanonicalCrop.enlarged(common, mixPx, size);
        for (int i = 0; i < n; i++) {
            mixture[i] = Math.clamp(mixture[i] + likest[i], 0, 1);
        }
        variation.relight(mixture, size, true);
        variation.relight(likest, size, true);
        System.arraycopy(mixture, 0, pictures, n, n);
        System.arraycopy(likest, 0, pictures, 2 * n, n);
    }

    /** What all have in common beside the likest's own, in place; none of it at the jaw, where other heads end otherwise. */
    private void beside(float[] common, float[] own, StabilisedFace plate, StabilisedFace likest, FaceRegion seen) {
        int area = mixPx * mixPx;
        for (int i = 0; i < area; i++) {
            double x = seen.x((i % mixPx + 0.5) / mixPx);
            double y = seen.y((i / mixPx + 0.5) / mixPx);
            float inside = (float) Math.min(JawLine.inside(plate, x, y), JawLine.inside(likest, x, y));
            for (int c = 0; c < 3; c++) {
                common[c * area + i] = inside * (common[c * area + i] - own[c * area + i]);
            }
        }
    }

    /** Loss weight: where the mask lets the drawing through, more around the mouth. */
    private float[] weight(StabilisedFace target, float[] mask, FaceRegion seen) {
        int size = shape.sizePx();
        float[] weight = new float[size * size];
        for (int i = 0; i < weight.length; i++) {
            double x = seen.x((i % size + 0.5) / size);
            double y = seen.y((i / size + 0.5) / size);
            weight[i] = 0.05f + mask[i] * (1 + (nearMouth(target.lips(), x, y) ? mouthWeight : 0));
        }
        return weight;
    }

    static boolean nearMouth(LipShape lips, double x, double y) {
        return Math.abs(x - lips.centreX()) < lips.width() * 0.6
                && Math.abs(y - lips.centreY() - lips.openness() / 2) < 0.2 + lips.openness() / 2;
    }

    /** Frames {@code targets}, each drawn from others of the same footage: self-reconstruction. */
    Batch batch(Dataset data, int[] targets, List<Mixture> sources) {
        return batch(data, targets, sources, Collections.nCopies(targets.length, Variation.none(netRegion)));
    }

    /** A variation of what the network sees. */
    Variation vary(Random random) {
        return Variation.random(netRegion, random);
    }

    /** The same, each example varied. */
    Batch batch(Dataset data, int[] targets, List<Mixture> sources, List<Variation> variations) {
        int n = targets.length;
        int area = shape.sizePx() * shape.sizePx();
        Batch batch = new Batch(
                n,
                new float[n * NetShape.INPUTS * area],
                new float[n * LikenessModel.NET_VALUES],
                new float[n * 3 * area],
                new float[n * area]);
        for (int i = 0; i < n; i++) {
            add(data, targets[i], sources.get(i), variations.get(i), batch, i);
        }
        return batch;
    }

    private void add(Dataset data, int target, Mixture sources, Variation variation, Batch batch, int at) {
        int area = shape.sizePx() * shape.sizePx();
        SourceFrame t = data.model().sources().get(target);
        float[] real = crop(data, target, variation.seen());
        float[] plateGrid = Dataset.floats(data.smalls().get(target).grid());
        Inputs in = inputs(
                variation,
                t.face(),
                real,
                plateGrid,
                found(data, t.face(), plateGrid, sources, variation.seen()),
                t.face().lips(),
                t.values(),
                t.pose());
        float[] weight = weight(t.face(), in.mask(), variation.seen());
        System.arraycopy(in.pictures(), 0, batch.pictures(), at * NetShape.INPUTS * area, NetShape.INPUTS * area);
        System.arraycopy(in.values(), 0, batch.values(), at * in.values().length, in.values().length);
        // The plate was put into the variation's light in place: it is the truth, mouth and all.
        System.arraycopy(real, 0, batch.target(), at * 3 * area, 3 * area);
        System.arraycopy(weight, 0, batch.weight(), at * area, area);
    }

    private float[] crop(Dataset data, int frame, FaceRegion seen) {
        LikenessModel model = data.model();
        return CanonicalCrop.of(data.wides().get(frame), model.wideSizePx(), model.wideRegion(), seen, shape.sizePx());
    }

    private Found found(Dataset data, StabilisedFace plate, float[] plateGrid, Mixture sources, FaceRegion seen) {
        LikenessModel model = data.model();
        List<FaceWarp> warps = FaceWarp.of(plate, sources.faces(model), plate.lips(), region, seen);
        List<Small> smalls =
                IntStream.of(sources.positions()).mapToObj(data.smalls()::get).toList();
        Mixing.Mixed mixed = mixing.mixed(sources, warps, smalls, seen);
        float[] crop = mixPx == shape.sizePx()
                ? mixed.likest()
                : CanonicalCrop.of(
                        data.wides().get(sources.likest()),
                        model.wideSizePx(),
                        model.wideRegion(),
                        warps.getFirst(),
                        seen,
                        shape.sizePx());
        StabilisedFace likest = model.sources().get(sources.likest()).face();
        return new Found(likest, match(plate, plateGrid, likest, mixed.likestGrid()), crop, mixed);
    }
}
