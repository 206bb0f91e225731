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
import studio.selfsame.likeness.picture.FaceRegion;
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
            Bent mouth = bent(plateFace, lips, source, model.region());
            float[] plateGrid = CanonicalCrop.of(plate, plateFace.toFace(), model.region(), ColourMatch.GRID);
            ColourMatch match =
                    compositor.match(plateGrid, plateFace, mouth.found().grid(), source.face());
            Residual residual = residual(frame, plate, plateGrid, plateFace, source, mouth, lips);
            sink.accept(
                    i,
                    plate,
                    compositor.draw(plate, plateFace, mouth.patch(), source.face(), mouth.warp(), match, residual));
        }
    }

    /** Pixels of a source, and how they are bent to the wanted lips. */
    private record Bent(Patch patch, FaceWarp warp, ResidualExamples.Found found) {}

    /** Smooth and small beside the drawn pixels: their grain is the likest mouth's own. */
    private Residual residual(
            MotionPlan.Frame frame,
            VideoFrame plate,
            float[] plateGrid,
            StabilisedFace plateFace,
            SourceFrame source,
            Bent mouth,
            LipShape lips)
            throws IOException {
        int size = model.netShape().sizePx();
        ResidualExamples.Inputs in = inputs(plate, plateGrid, plateFace, source, mouth, lips, frame.lips());
        float[] added;
        if (look.isPresent()) {
            added = look.get().residual(frame.takeFrame(), plate, plateFace, in.retrieved(), lips);
        } else if (network.isPresent()) {
            added = network.get().residual(1, in.pictures(), in.values());
        } else {
            added = new float[3 * size * size];
        }
        return new Residual(in.overLikest(added), size, model.netRegion());
    }

    private ResidualExamples.Inputs inputs(
            VideoFrame plate,
            float[] plateGrid,
            StabilisedFace plateFace,
            SourceFrame source,
            Bent mouth,
            LipShape lips,
            float[] lipValues)
            throws IOException {
        int size = model.netShape().sizePx();
        MouthPose pose = model.lipSpace().pose(lips, source.face().chinDrop());
        var wanted = new Retrieval.Wanted(Retrieval.Mouth.of(lips, lipValues, pose), plateFace.pose());
        int chosen = known(positions.get(source.frameIndex()), source.frameIndex());
        List<ResidualExamples.Found> found = new ArrayList<>();
        for (int i : retrieval.withOthers(wanted, chosen, MotionPlan.NONE, 0)) {
            Bent one =
                    i == chosen ? mouth : bent(plateFace, lips, model.sources().get(i), model.netRegion());
            found.add(one.found());
        }
        return examples.inputs(
                plateFace,
                CanonicalCrop.of(plate, plateFace.toFace(), model.netRegion(), size),
                plateGrid,
                found,
                lips,
                lipValues,
                pose);
    }

    /** @param part of the region in which the bending is asked for */
    private Bent bent(StabilisedFace plateFace, LipShape lips, SourceFrame source, FaceRegion part) throws IOException {
        Patch patch = patches.read(source);
        StabilisedFace face = source.face();
        FaceWarp warp = compositor.warp(plateFace, face, lips, part);
        float[] crop = CanonicalCrop.of(
                patch, face.toFace(), warp, model.netRegion(), model.netShape().sizePx());
        float[] grid = CanonicalCrop.of(patch, face.toFace(), model.region(), ColourMatch.GRID);
        return new Bent(patch, warp, new ResidualExamples.Found(face, crop, grid));
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
