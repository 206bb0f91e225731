package studio.selfsame.likeness;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import studio.selfsame.face.FaceTracking;
import studio.selfsame.likeness.measure.PictureScore;
import studio.selfsame.likeness.measure.Sheet;
import studio.selfsame.likeness.measure.Webcam;
import studio.selfsame.likeness.picture.Compositor;
import studio.selfsame.likeness.picture.Patch;
import studio.selfsame.likeness.picture.StabilisedFace;
import studio.selfsame.media.MediaReader;
import studio.selfsame.media.VideoFrame;
import studio.selfsame.speech.SpeechHearing;

/**
 * The hold-out protocol for two looks. The studio look is the first part of a clip; the casual look is its second part as a
 * webcam would have filmed it; the last part as that webcam filmed it drives. So the real studio frame of each driving frame
 * is known: it is the plate, its mouth hidden, and the truth.
 */
public final class LookMeasure {
    private static final double STUDIO_SECONDS = 36;
    private static final double CASUAL_SECONDS = 15.6;
    private static final double HELD_SECONDS = 11;
    private static final int WEBCAM_PX = 360;
    private static final int EVERY = 2;
    private static final int ROWS = 6;
    private static final int CELL_PX = 260;

    /**
     * What came out.
     *
     * @param technique that the training kept
     * @param metrics of the training
     * @param scores of the mouth, by the way of drawing
     */
    public record Measured(String technique, Map<String, Double> metrics, Map<String, PictureScore> scores) {}

    private record Shown(StabilisedFace face, VideoFrame real, Map<String, VideoFrame> drawn) {}

    private final Path file;
    private final Path out;
    private final BenchClip.Rooms rooms = BenchClip.Rooms.open();
    private final Consumer<String> told;

    /** @param out where tracking is kept and the contact sheet is put */
    public LookMeasure(Path file, Path out, Consumer<String> told) {
        this.file = file;
        this.out = out;
        this.told = told;
    }

    /** @param steps of each training */
    public Measured measure(int steps) throws IOException {
        FaceTracking filmed = new BenchClip("ada", file, 0, 0).tracking(rooms, out);
        FaceTracking webcam;
        try (MediaReader reader = webcam()) {
            told.accept("looks: tracking the webcam");
            webcam = rooms.track(reader);
            double rate = reader.probe().video().orElseThrow().frameRate().perSecond();
            int casual = (int) (STUDIO_SECONDS * rate);
            int held = casual + (int) (CASUAL_SECONDS * rate);
            int end = Math.min(filmed.frameCount(), held + (int) (HELD_SECONDS * rate));
            return measure(filmed, webcam, casual, held, end, steps);
        }
    }

    private Measured measure(FaceTracking filmed, FaceTracking webcam, int casual, int held, int end, int steps)
            throws IOException {
        DraftSettings draft = TrainingSettings.usual().draft();
        draft.steps = steps;
        TrainingSettings usual = draft.settle();
        draft.renderer = Renderer.AUTOENCODER;
        Dataset studio;
        try (MediaReader reader = rooms.media().open(file);
                OutputStream stream = new BufferedOutputStream(Files.newOutputStream(pixels()), 1 << 16)) {
            studio = Dataset.build(BenchClip.part(filmed, 0, casual), reader, usual, stream, fraction -> {});
        }
        LookCrops crops;
        try (MediaReader reader = webcam()) {
            crops = LookCrops.cut(studio, BenchClip.part(webcam, casual, held).tracks(), reader, fraction -> {});
        }
        told.accept("looks: training");
        LikenessTrainer.Result look = LookTrainer.train(studio, crops, draft.settle(), new byte[0], new Silently());
        LikenessTrainer.Result residual = LikenessTrainer.train(studio, usual, new byte[0], new Silently());
        Map<String, LikenessModel> models = new LinkedHashMap<>();
        models.put("retrieval, bent", studio.model());
        models.put("retrieval+residual", residual.model());
        models.put("autoencoder", look.model());
        FaceTracking plates = BenchClip.part(filmed, held, end);
        FaceTracking take = BenchClip.part(webcam, held, end);
        told.accept("looks: drawing");
        List<Shown> shown = pasted(studio.model(), plates, take);
        for (var model : models.entrySet()) {
            draw(model.getValue(), plates, take, model.getKey(), shown);
        }
        return new Measured(look.technique(), look.metrics(), scored(shown));
    }

    /** What the webcam saw, put into the plate as it is but for its colours. */
    private List<Shown> pasted(LikenessModel model, FaceTracking filmed, FaceTracking webcam) throws IOException {
        Compositor compositor = new Compositor(model.region());
        List<Shown> shown = new ArrayList<>();
        try (Plates plates = plates(model, filmed);
                Plates take = take(model, webcam)) {
            Map<Integer, StabilisedFace> faces = plates.facesByFrame();
            Map<Integer, StabilisedFace> followed = take.facesByFrame();
            for (MotionPlan.Frame frame : plan(model, plates, take).frames()) {
                StabilisedFace face = Objects.requireNonNull(faces.get(frame.plateFrame()));
                StabilisedFace seen = Objects.requireNonNull(followed.get(frame.takeFrame()));
                VideoFrame plate = plates.read(frame.plateFrame());
                Patch patch = LookDrawing.patch(take.read(frame.takeFrame()), seen, model.region());
                var lips = model.lipSpace()
                        .shape(frame.lips(), face.lips().centreX(), face.lips().centreY());
                Map<String, VideoFrame> drawn = new LinkedHashMap<>();
                drawn.put(
                        "webcam, pasted",
                        compositor.draw(
                                plate,
                                face,
                                patch,
                                seen,
                                compositor.warp(face, seen, lips),
                                compositor.match(plate, face, patch, seen),
                                null));
                shown.add(new Shown(face, plate, drawn));
            }
        }
        return shown;
    }

    private void draw(LikenessModel model, FaceTracking filmed, FaceTracking webcam, String way, List<Shown> shown)
            throws IOException {
        Plates plates = plates(model, filmed);
        Plates take = take(model, webcam);
        MotionPlan plan = plan(model, plates, take);
        PatchStore patches = new PatchStore(FileChannel.open(pixels()), model);
        try (FaceAnimator animator =
                new RetrievalFaceAnimator(model, patches, plates, Optional.of(take), SpeechHearing.alone())) {
            animator.draw(
                    plan,
                    0,
                    plan.length(),
                    (i, plate, drawn) -> shown.get(i).drawn().put(way, drawn));
        }
    }

    /** Every other frame, driven by the points that are seen in the webcam's picture. */
    private static MotionPlan plan(LikenessModel model, Plates plates, Plates take) {
        Map<Integer, StabilisedFace> followed = take.facesByFrame();
        List<FramePlanner.Asked> asked = plates.faces().stream()
                .map(StabilisedFace::frameIndex)
                .filter(frame -> frame % EVERY == 0 && followed.containsKey(frame))
                .map(frame -> new FramePlanner.Asked(
                        frame,
                        frame,
                        TakePlanner.wanted(Objects.requireNonNull(followed.get(frame)), model.lipSpace())
                                .mouth()))
                .toList();
        return new MotionPlan(model.frameRate(), new FramePlanner(model, plates).plan(asked), List.of(0));
    }

    private Map<String, PictureScore> scored(List<Shown> shown) throws IOException {
        List<String> ways = List.copyOf(shown.getFirst().drawn().keySet());
        Map<String, PictureScore> scores = new LinkedHashMap<>();
        for (String way : ways) {
            scores.put(
                    way,
                    PictureScore.mean(shown.stream()
                            .map(one -> PictureScore.of(
                                    Objects.requireNonNull(one.drawn().get(way)),
                                    one.real(),
                                    BenchFaces.mouth(
                                            one.face(),
                                            one.real().widthPx(),
                                            one.real().heightPx())))
                            .toList()));
        }
        List<String> heads = new ArrayList<>(List.of("real"));
        heads.addAll(ways);
        Sheet sheet = new Sheet(CELL_PX, heads);
        int every = Math.max(1, shown.size() / ROWS);
        for (int i = every / 2; i < shown.size(); i += every) {
            Shown one = shown.get(i);
            List<VideoFrame> row = new ArrayList<>(List.of(one.real()));
            row.addAll(one.drawn().values());
            sheet.add(
                    BenchFaces.lowerFace(
                            one.face(), one.real().widthPx(), one.real().heightPx()),
                    row);
        }
        sheet.write(out.resolve("looks.png"));
        return scores;
    }

    private Plates plates(LikenessModel model, FaceTracking filmed) throws IOException {
        return Plates.recording(
                rooms.media().open(file), model.stabiliser().stabilise(filmed.tracks()), filmed.frameCount());
    }

    private Plates take(LikenessModel model, FaceTracking webcam) throws IOException {
        return Plates.recording(webcam(), model.stabiliser().stabilise(webcam.tracks()), webcam.frameCount());
    }

    private MediaReader webcam() throws IOException {
        return new Webcam(rooms.media().open(file), WEBCAM_PX);
    }

    private Path pixels() {
        return out.resolve("looks.pixels");
    }
}
