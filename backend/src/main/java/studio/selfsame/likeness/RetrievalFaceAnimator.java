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

/** Draws from the person's own frames, corrected by their residual network where that was measured to help. */
final class RetrievalFaceAnimator implements FaceAnimator {
    private final LikenessModel model;
    private final PatchStore patches;
    private final Plates plates;
    private final SpeechHearing hearing;
    private final Compositor compositor;
    private final ResidualExamples examples;
    private final Optional<ResidualSession> network;
    private final Retrieval retrieval;
    private final Map<Integer, SourceFrame> sources;
    private final Map<Integer, Integer> positions = new HashMap<>();
    private final Map<Integer, StabilisedFace> faces;

    RetrievalFaceAnimator(LikenessModel model, PatchStore patches, Plates plates, SpeechHearing hearing) {
        this.model = model;
        this.patches = patches;
        this.plates = plates;
        this.hearing = hearing;
        compositor = new Compositor(model.region());
        examples = new ResidualExamples(model);
        network = model.network().length == 0
                ? Optional.empty()
                : Optional.of(new ResidualSession(model.network(), model.netShape()));
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
            Patch patch = patches.read(source);
            ColourMatch match = compositor.match(plate, plateFace, patch, source.face());
            LipShape lips = model.lipSpace()
                    .shape(
                            frame.lips(),
                            plateFace.lips().centreX(),
                            plateFace.lips().centreY());
            FaceWarp warp = compositor.warp(plateFace, source.face(), lips);
            Residual residual =
                    network.isEmpty() ? null : residual(plate, plateFace, source, lips, frame.lips(), network.get());
            sink.accept(i, plate, compositor.draw(plate, plateFace, patch, source.face(), warp, match, residual));
        }
    }

    private Residual residual(
            VideoFrame plate,
            StabilisedFace plateFace,
            SourceFrame source,
            LipShape lips,
            float[] lipValues,
            ResidualSession session)
            throws IOException {
        int size = model.netShape().sizePx();
        MouthPose pose = model.lipSpace().pose(lips, source.face().chinDrop());
        var wanted = new Retrieval.Wanted(Retrieval.Mouth.of(lips, lipValues, pose), plateFace.pose());
        List<ResidualExamples.Found> found = new ArrayList<>();
        int chosen = known(positions.get(source.frameIndex()), source.frameIndex());
        for (int i : retrieval.withOthers(wanted, chosen, MotionPlan.NONE, 0)) {
            found.add(found(plateFace, lips, model.sources().get(i)));
        }
        ResidualExamples.Inputs in = examples.inputs(
                plateFace,
                CanonicalCrop.of(plate, plateFace.toFace(), model.netRegion(), size),
                CanonicalCrop.of(plate, plateFace.toFace(), model.region(), ColourMatch.GRID),
                found,
                lips,
                lipValues,
                pose);
        return new Residual(session.residual(1, in.pictures(), in.values()), size, model.netRegion());
    }

    private ResidualExamples.Found found(StabilisedFace plateFace, LipShape lips, SourceFrame source)
            throws IOException {
        Patch patch = patches.read(source);
        StabilisedFace face = source.face();
        FaceWarp warp = compositor.warp(plateFace, face, lips);
        return new ResidualExamples.Found(
                face,
                CanonicalCrop.of(
                        patch,
                        face.toFace(),
                        warp,
                        model.netRegion(),
                        model.netShape().sizePx()),
                CanonicalCrop.of(patch, face.toFace(), model.region(), ColourMatch.GRID));
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
        plates.close();
        try {
            patches.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
