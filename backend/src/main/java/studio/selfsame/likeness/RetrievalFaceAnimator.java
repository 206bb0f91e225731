package studio.selfsame.likeness;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import studio.selfsame.likeness.motion.LipShape;
import studio.selfsame.likeness.motion.MouthPose;
import studio.selfsame.likeness.net.ResidualSession;
import studio.selfsame.likeness.picture.CanonicalCrop;
import studio.selfsame.likeness.picture.ColourMatch;
import studio.selfsame.likeness.picture.Compositor;
import studio.selfsame.likeness.picture.FaceWarp;
import studio.selfsame.likeness.picture.Patch;
import studio.selfsame.likeness.picture.Residual;
import studio.selfsame.likeness.picture.StabilisedFace;
import studio.selfsame.media.FrameRate;
import studio.selfsame.media.VideoFrame;
import studio.selfsame.speech.SpeechHearing;

/**
 * Draws from the person's own frames, corrected where that was measured to help: by their residual network, or, as they
 * follow a driving take, by what the network of their looks sees in its pictures.
 */
final class RetrievalFaceAnimator implements FaceAnimator {
    private final LikenessModel model;
    private final PatchStore patches;
    private final Plates plates;
    private final SpeechHearing hearing;
    private final Compositor compositor;
    private final ResidualExamples examples;
    private final Mixing mixing;
    private final Optional<ResidualSession> network;
    private final Optional<LookDrawing> look;
    private final Retrieval retrieval;
    private final Map<Integer, SourceFrame> sources;
    private final Map<Integer, Integer> positions = new HashMap<>();
    private final Map<Integer, StabilisedFace> faces;

    /** @param take the driving take, where there is one and the model has learnt to look at one */
    RetrievalFaceAnimator(
            LikenessModel model, PatchStore patches, Plates plates, Optional<Plates> take, SpeechHearing hearing) {
        this.model = model;
        this.patches = patches;
        this.plates = plates;
        this.hearing = hearing;
        compositor = new Compositor(model.region());
        examples = new ResidualExamples(model);
        mixing = new Mixing(model);
        network = model.network().length == 0
                ? Optional.empty()
                : Optional.of(new ResidualSession(model.network(), model.netShape()));
        look = model.look().flatMap(learnt -> take.map(pictures -> new LookDrawing(model, learnt, pictures)));
        retrieval = new Retrieval(model.sources());
        sources = model.sourcesByFrame();
        for (int i = 0; i < model.sources().size(); i++) {
            positions.put(model.sources().get(i).frameIndex(), i);
        }
        faces = plates.facesByFrame();
    }

    @Override
    public int widthPx() {
        return plates.widthPx();
    }

    @Override
    public int heightPx() {
        return plates.heightPx();
    }

    @Override
    public FrameRate frameRate() {
        return plates.frameRate();
    }

    @Override
    public MotionPlan plan(Drive drive) {
        return switch (drive) {
            case Drive.Speech speech -> new SpeechPlanner(model, plates, hearing).plan(speech);
            case Drive.Take take -> new TakePlanner(model, plates).plan(take);
        };
    }

    @Override
    public void draw(MotionPlan plan, int first, int end, FrameSink sink) throws IOException {
        for (int i = first; i < end; i++) {
            MotionPlan.Frame frame = plan.frames().get(i);
            VideoFrame plate =
                    at(plates.read(frame.plateFrame()), plan.frameRate().timeUs(i));
            if (frame.outcome() != FrameOutcome.DRAWN) {
                sink.accept(i, plate, plate);
                continue;
            }
            StabilisedFace plateFace = known(faces.get(frame.plateFrame()), frame.plateFrame());
            SourceFrame source = known(sources.get(frame.mouthFrame()), frame.mouthFrame());
            LipShape lips = model.lipSpace()
                    .shape(
                            frame.lips(),
                            plateFace.lips().centreX(),
                            plateFace.lips().centreY());
            sink.accept(i, plate, drawn(frame, plate, plateFace, source, lips));
        }
    }

    /** The likest mouth, with what all that were found have in common: its grain is its own, smooth is what is added. */
    private VideoFrame drawn(
            MotionPlan.Frame frame, VideoFrame plate, StabilisedFace plateFace, SourceFrame source, LipShape lips)
            throws IOException {
        int size = model.netShape().sizePx();
        MouthPose pose = model.lipSpace().pose(lips, source.face().chinDrop());
        Mixture mixture = retrieval.withOthers(
                new Retrieval.Wanted(Retrieval.Mouth.of(lips, frame.lips(), pose), plateFace.pose()),
                known(positions.get(source.frameIndex()), source.frameIndex()),
                MotionPlan.NONE,
                0);
        List<FaceWarp> warps = FaceWarp.of(plateFace, mixture.faces(model), lips, model.region(), model.netRegion());
        Patch patch = patches.read(source);
        float[] plateGrid = CanonicalCrop.of(plate, plateFace.toFace(), model.region(), ColourMatch.GRID);
        ResidualExamples.Found found = found(plateFace, plateGrid, source, patch, mixture, warps);
        ResidualExamples.Inputs in = examples.inputs(
                plateFace,
                CanonicalCrop.of(plate, plateFace.toFace(), model.netRegion(), size),
                plateGrid,
                found,
                lips,
                frame.lips(),
                pose);
        Residual residual =
                new Residual(in.overLikest(added(frame, plate, plateFace, in, lips)), size, model.netRegion());
        return compositor.draw(plate, plateFace, patch, source.face(), warps.getFirst(), found.match(), residual);
    }

    /** By the network, where there is one. */
    private float[] added(
            MotionPlan.Frame frame,
            VideoFrame plate,
            StabilisedFace plateFace,
            ResidualExamples.Inputs in,
            LipShape lips)
            throws IOException {
        if (look.isPresent()) {
            return look.get().residual(frame.takeFrame(), plate, plateFace, in.retrieved(), lips);
        }
        return network.isPresent()
                ? network.get().residual(1, in.pictures(), in.values())
                : new float[in.retrieved().length];
    }

    private ResidualExamples.Found found(
            StabilisedFace plateFace,
            float[] plateGrid,
            SourceFrame likest,
            Patch patch,
            Mixture mixture,
            List<FaceWarp> warps)
            throws IOException {
        int size = model.netShape().sizePx();
        List<Small> smalls = new ArrayList<>();
        for (int i : mixture.positions()) {
            smalls.add(patches.small(model.sources().get(i)));
        }
        Mixing.Mixed mixed = mixing.mixed(mixture, warps, smalls, model.netRegion());
        float[] crop = size == model.mixPx()
                ? mixed.likest()
                : CanonicalCrop.of(patch, likest.face().toFace(), warps.getFirst(), model.netRegion(), size);
        return new ResidualExamples.Found(
                likest.face(), examples.match(plateFace, plateGrid, likest.face(), mixed.likestGrid()), crop, mixed);
    }

    private static VideoFrame at(VideoFrame frame, long timeUs) {
        return new VideoFrame(frame.widthPx(), frame.heightPx(), timeUs, frame.y(), frame.u(), frame.v());
    }

    private static <T> T known(@Nullable T value, int frame) throws IOException {
        if (value == null) {
            throw new IOException("frame " + frame + " is not part of this model");
        }
        return value;
    }

    @Override
    public void close() {
        network.ifPresent(ResidualSession::close);
        look.ifPresent(LookDrawing::close);
        plates.close();
        try {
            patches.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
