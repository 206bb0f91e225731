package studio.selfsame.likeness;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import studio.selfsame.likeness.motion.LipShape;
import studio.selfsame.likeness.motion.LipSpace;
import studio.selfsame.likeness.motion.MouthTarget;
import studio.selfsame.likeness.motion.MouthTrajectory;
import studio.selfsame.likeness.net.ResidualSession;
import studio.selfsame.likeness.picture.CanonicalCrop;
import studio.selfsame.likeness.picture.ColourMatch;
import studio.selfsame.likeness.picture.Compositor;
import studio.selfsame.likeness.picture.Patch;
import studio.selfsame.likeness.picture.Residual;
import studio.selfsame.likeness.picture.StabilisedFace;
import studio.selfsame.media.FrameRate;
import studio.selfsame.media.VideoFrame;
import studio.selfsame.speech.PhonemeTimeline;

/** Draws from the person's own frames, corrected by their residual network where that was measured to help. */
final class RetrievalFaceAnimator implements FaceAnimator {
    private final LikenessModel model;
    private final PatchStore patches;
    private final PlateReader plates;
    private final Compositor compositor;
    private final ResidualExamples examples;
    private final Optional<ResidualSession> network;
    private final Map<Integer, SourceFrame> sources;
    private final Map<Integer, StabilisedFace> faces;

    RetrievalFaceAnimator(LikenessModel model, PatchStore patches, PlateReader plates) {
        this.model = model;
        this.patches = patches;
        this.plates = plates;
        compositor = new Compositor(model.region());
        examples = new ResidualExamples(model);
        network = model.network().length == 0
                ? Optional.empty()
                : Optional.of(new ResidualSession(model.network(), model.netShape()));
        sources = model.sourcesByFrame();
        faces = model.facesByFrame();
    }

    @Override
    public int widthPx() {
        return model.widthPx();
    }

    @Override
    public int heightPx() {
        return model.heightPx();
    }

    @Override
    public FrameRate frameRate() {
        return model.frameRate();
    }

    @Override
    public MotionPlan plan(PhonemeTimeline timeline, long durationUs) {
        List<MouthTarget> targets = MouthTrajectory.of(timeline.phones(), model.frameRate(), durationUs);
        PlateStretch stretch = PlateStretch.choose(model.faces(), Math.max(1, targets.size()));
        LipSpace lips = model.lipSpace();
        List<Retrieval.Wanted> wanted = new ArrayList<>(targets.size());
        int[] plateFrame = new int[targets.size()];
        float[][] mouth = new float[targets.size()][];
        for (int i = 0; i < targets.size(); i++) {
            MouthTarget target = targets.get(i);
            StabilisedFace plate = model.faces().get(stretch.at(i));
            plateFrame[i] = plate.frameIndex();
            mouth[i] = lips.values(target.pose());
            wanted.add(new Retrieval.Wanted(
                    mouth[i],
                    lips.gap(target.pose().open()),
                    target.pose().jaw(),
                    target.pose().lowerLip(),
                    target.closed(),
                    target.labiodental(),
                    target.silent(),
                    plate.pose()));
        }
        int[] path = new Retrieval(model.sources()).path(wanted);
        int[] sourceFrame = new int[path.length];
        for (int i = 0; i < path.length; i++) {
            sourceFrame[i] = model.sources().get(path[i]).frameIndex();
        }
        return new MotionPlan(model.frameRate(), plateFrame, sourceFrame, mouth);
    }

    @Override
    public void draw(MotionPlan plan, int first, int end, FrameSink sink) throws IOException {
        for (int i = first; i < end; i++) {
            VideoFrame plate =
                    at(plates.read(plan.plateFrame()[i]), plan.frameRate().timeUs(i));
            StabilisedFace plateFace = known(faces.get(plan.plateFrame()[i]), plan.plateFrame()[i]);
            SourceFrame source = known(sources.get(plan.sourceFrame()[i]), plan.sourceFrame()[i]);
            Patch patch = patches.read(source);
            ColourMatch match = compositor.match(plate, plateFace, patch, source.face());
            Residual residual = network.isEmpty() ? null : residual(plate, plateFace, patch, source, network.get());
            sink.accept(i, plate, compositor.draw(plate, plateFace, patch, source.face(), match, residual));
        }
    }

    private Residual residual(
            VideoFrame plate, StabilisedFace plateFace, Patch patch, SourceFrame source, ResidualSession session) {
        int size = model.netShape().sizePx();
        // The network is asked for the lips that were retrieved: it settles light and shading, real pixels give the
        // shape.
        LipShape lips = source.face().lips();
        ResidualExamples.Inputs in = examples.inputs(
                plateFace,
                CanonicalCrop.of(plate, plateFace.toFace(), model.netRegion(), size),
                CanonicalCrop.of(plate, plateFace.toFace(), model.region(), ColourMatch.GRID),
                source.face(),
                CanonicalCrop.of(patch, source.face().toFace(), model.netRegion(), size),
                CanonicalCrop.of(patch, source.face().toFace(), model.region(), ColourMatch.GRID),
                lips,
                source.values(),
                source.pose());
        return new Residual(session.residual(1, in.pictures(), in.values()), size, model.netRegion());
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
