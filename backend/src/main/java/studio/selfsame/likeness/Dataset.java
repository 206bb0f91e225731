package studio.selfsame.likeness;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.DoubleConsumer;
import studio.selfsame.face.FaceObservation;
import studio.selfsame.face.FaceTrack;
import studio.selfsame.face.FaceTracking;
import studio.selfsame.likeness.motion.LipShape;
import studio.selfsame.likeness.motion.LipSpace;
import studio.selfsame.likeness.net.NetShape;
import studio.selfsame.likeness.picture.CanonicalCrop;
import studio.selfsame.likeness.picture.Patch;
import studio.selfsame.likeness.picture.StabilisedFace;
import studio.selfsame.likeness.picture.Stabiliser;
import studio.selfsame.media.MediaProbe;
import studio.selfsame.media.MediaReader;
import studio.selfsame.media.VideoFrame;
import studio.selfsame.problem.ProblemException;

/**
 * The person's footage as training material: the model still without a network, and of every source frame small
 * stabilised pictures.
 *
 * @param crops of each source's {@code netRegion}, {@code 3×S×S}, 8 bits gamma-coded
 * @param wides of each source's {@code wideRegion}, to be bent out of in the network's size
 * @param smalls of each source, to be mixed with others
 */
record Dataset(LikenessModel model, List<byte[]> crops, List<byte[]> wides, List<Small> smalls) {
    static final int LEAST_FRAMES = 50;
    static final int MOST_FRAMES = 6000;
    private static final int LARGEST_PATCH = 384;
    private static final double PATCH_SIDE = 2.1;

    /**
     * Reads the footage once from its start.
     *
     * @param pixels receives the source frames' pixels, see {@link PatchStore}
     * @param fraction told 0..1 now and then; may throw to stop
     */
    static Dataset build(
            FaceTracking tracking,
            MediaReader reader,
            TrainingSettings settings,
            OutputStream pixels,
            DoubleConsumer fraction)
            throws IOException {
        MediaProbe.Video video = reader.probe().video().orElseThrow(() -> tooLittle(0));
        List<FaceTrack> tracks = longest(tracking);
        Stabiliser stabiliser = stabiliser(tracks);
        List<StabilisedFace> faces = stabiliser.stabilise(tracks);
        List<StabilisedFace> usable =
                faces.stream().filter(StabilisedFace::usable).limit(MOST_FRAMES).toList();
        if (usable.size() < LEAST_FRAMES) {
            throw tooLittle(usable.size());
        }
        double[] scale = usable.stream()
                .mapToDouble(f -> f.toFace().inverse().scale())
                .sorted()
                .toArray();
        double wanted = PATCH_SIDE * scale[(int) (0.98 * (scale.length - 1))];
        int reduction = (int) Math.ceil(wanted / LARGEST_PATCH);
        int side = (int) Math.ceil(wanted / (2 * reduction)) * 2 * reduction;
        LipSpace lips = LipSpace.learn(
                usable.stream().map(StabilisedFace::lips).toList(),
                usable.stream().mapToDouble(StabilisedFace::chinDrop).toArray());
        List<SourceFrame> sources = new ArrayList<>();
        for (int i = 0; i < usable.size(); i++) {
            sources.add(source(usable.get(i), i, side, lips));
        }
        NetShape shape = settings.netShape();
        LikenessModel model = new LikenessModel(
                reader.evenRate(),
                video.widthPx(),
                video.heightPx(),
                side,
                reduction,
                stabiliser,
                lips,
                faces,
                List.copyOf(sources),
                shape,
                new byte[0],
                Optional.empty(),
                Optional.empty());
        return cut(model, reader, pixels, fraction);
    }

    private static Dataset cut(LikenessModel model, MediaReader reader, OutputStream pixels, DoubleConsumer fraction)
            throws IOException {
        Map<Integer, SourceFrame> wanted = model.sourcesByFrame();
        List<byte[]> crops = new ArrayList<>();
        List<byte[]> wides = new ArrayList<>();
        List<Small> smalls = new ArrayList<>();
        int size = model.netShape().sizePx();
        int last = model.sources().getLast().frameIndex();
        for (int index = 0; index <= last; index++) {
            Optional<VideoFrame> frame = reader.nextFrame();
            if (frame.isEmpty()) {
                throw new IOException("the footage ended at frame " + index + ", its tracking goes to " + last);
            }
            SourceFrame source = wanted.get(index);
            if (source != null) {
                Patch patch = Patch.cut(
                        frame.get(), source.leftPx(), source.topPx(), model.patchSidePx(), model.patchReduction());
                pixels.write(patch.yuv());
                crops.add(bytes(CanonicalCrop.of(patch, source.face().toFace(), model.netRegion(), size)));
                Small small = Small.cut(patch, source.face(), model);
                small.write(pixels);
                smalls.add(small);
                wides.add(
                        size == model.mixPx()
                                ? small.wide()
                                : bytes(CanonicalCrop.of(
                                        patch, source.face().toFace(), model.wideRegion(), model.wideSizePx())));
            }
            if (index % 10 == 0) {
                fraction.accept((double) index / Math.max(1, last));
            }
        }
        return new Dataset(model, crops, wides, smalls);
    }

    private static SourceFrame source(StabilisedFace face, int slot, int side, LipSpace lips) {
        LipShape shape = face.lips();
        double x = shape.centreX();
        double y = shape.centreY() + 0.22;
        int left = 2 * (int) Math.floor((face.toFace().inverse().x(x, y) - side / 2.0) / 2);
        int top = 2 * (int) Math.floor((face.toFace().inverse().y(x, y) - side / 2.0) / 2);
        return new SourceFrame(face, slot, left, top, lips.values(shape), lips.pose(shape, face.chinDrop()));
    }

    /** Of every shot the longest track, in frame order. */
    private static List<FaceTrack> longest(FaceTracking tracking) {
        Map<Integer, FaceTrack> byShot = new TreeMap<>();
        for (FaceTrack track : tracking.tracks()) {
            byShot.merge(
                    track.shot().index(),
                    track,
                    (a, b) -> a.observations().size() >= b.observations().size() ? a : b);
        }
        return List.copyOf(byShot.values());
    }

    private static Stabiliser stabiliser(List<FaceTrack> tracks) {
        List<FaceObservation> all =
                tracks.stream().flatMap(t -> t.observations().stream()).toList();
        if (all.size() < LEAST_FRAMES) {
            throw tooLittle(all.size());
        }
        return Stabiliser.learn(all);
    }

    static byte[] bytes(float[] values) {
        byte[] out = new byte[values.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = (byte) Math.clamp(Math.round(values[i] * 255), 0, 255);
        }
        return out;
    }

    static float[] floats(byte[] values) {
        float[] out = new float[values.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = (values[i] & 0xff) / 255f;
        }
        return out;
    }

    private static ProblemException tooLittle(int frames) {
        return ProblemException.unusable(
                "training",
                "Only " + frames + " frames show the face sharply and nearly from the front; at least " + LEAST_FRAMES
                        + " are needed.",
                "No likeness was trained.",
                "Enrol footage in which you look into the camera and speak for a minute or more.");
    }
}
