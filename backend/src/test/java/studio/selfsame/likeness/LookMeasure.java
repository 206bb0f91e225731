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
import java.util.Optional;
import java.util.TreeMap;
import studio.selfsame.face.FaceTracking;
import studio.selfsame.likeness.measure.PictureScore;
import studio.selfsame.likeness.measure.Sheet;
import studio.selfsame.likeness.measure.Webcam;
import studio.selfsame.likeness.picture.Compositor;
import studio.selfsame.likeness.picture.FaceWarp;
import studio.selfsame.likeness.picture.Patch;
import studio.selfsame.likeness.picture.StabilisedFace;
import studio.selfsame.media.MediaReader;
import studio.selfsame.media.VideoFrame;
import studio.selfsame.speech.SpeechHearing;

/**
 * The hold-out protocol for two looks: the studio look is the first part of a clip, the casual look is the second part as
 * a webcam would have filmed it, and the last part, filmed by that webcam too, drives. So for every frame of that the real
 * studio frame is known. Each is drawn into itself, its mouth hidden.
 */
public final class LookMeasure {
    private static final int WEBCAM_PX = 360;
    private static final int EVERY = 2;
    private static final int ROWS = 6;
    private static final int CELL_PX = 260;

    /**
     * What came out.
     *
     * @param metrics of the training
     * @param scores of the mouth, by the way of drawing
     */
    public record Measured(
            String technique,
            Map<String, Double> metrics,
            int casualFrames,
            Map<String, PictureScore> scores,
            double trainingSeconds) {}

    private final Path out;
    private final BenchClip.Rooms rooms = BenchClip.Rooms.open();

    /** @param out where tracking is kept and the contact sheet is put */
    public LookMeasure(Path out) {
        this.out = out;
    }

    /** @param steps of training */
    public Measured measure(
            Path file, double studioSeconds, double casualSeconds, double heldSeconds, TrainingSettings settings)
            throws IOException {
        BenchClip clip = new BenchClip("ada", file, studioSeconds + casualSeconds, heldSeconds);
        FaceTracking filmed = clip.tracking(rooms, out);
        int rate = 25;
        int casual = (int) (studioSeconds * rate);
        int held = casual + (int) (casualSeconds * rate);
        int end = Math.min(filmed.frameCount(), held + (int) (heldSeconds * rate));
        FaceTracking webcam;
        Path kept = out.resolve("casual.tracking");
        if (Files.exists(kept)) {
            try (var in = new java.io.BufferedInputStream(Files.newInputStream(kept))) {
                webcam = rooms.codec().read(in);
            }
        } else {
            try (MediaReader reader = webcam(file)) {
                webcam = rooms.track(reader);
            }
            try (OutputStream stream = Files.newOutputStream(kept)) {
                rooms.codec().write(webcam, stream);
            }
        }
        Path pixels = out.resolve("look.pixels");
        Dataset studio;
        try (MediaReader reader = rooms.media().open(file);
                OutputStream stream = new BufferedOutputStream(Files.newOutputStream(pixels), 1 << 16)) {
            studio = Dataset.build(BenchClip.part(filmed, 0, casual), reader, settings, stream, f -> {});
        }
        LookCrops crops;
        try (MediaReader reader = webcam(file)) {
            crops = LookCrops.cut(studio, BenchClip.part(webcam, casual, held).tracks(), reader, f -> {});
        }
        long begun = System.nanoTime();
        LikenessTrainer.Result result = LookTrainer.train(studio, crops, settings, new byte[0], new Silently());
        double seconds = (System.nanoTime() - begun) / 1e9;
        LikenessModel alone = studio.model();
        DraftSettings usual = TrainingSettings.usual().draft();
        usual.steps = settings.steps();
        LikenessTrainer.Result residual = LikenessTrainer.train(studio, usual.settle(), new byte[0], new Silently());
        System.err.println(residual.metrics() + " " + residual.seconds());
        List<StabilisedFace> plateFaces =
                alone.stabiliser().stabilise(BenchClip.part(filmed, held, end).tracks());
        List<StabilisedFace> takeFaces =
                alone.stabiliser().stabilise(BenchClip.part(webcam, held, end).tracks());
        Map<String, List<VideoFrame>> ways = new LinkedHashMap<>();
        List<StabilisedFace> seen = new ArrayList<>();
        LikenessModel forced = result.model();
        for (String way : List.of("retrieval, bent", "retrieval + residual", "webcam pasted", "look")) {
            List<VideoFrame> drawn = new ArrayList<>();
            List<VideoFrame> real = new ArrayList<>();
            seen.clear();
            Plates plates = Plates.recording(rooms.media().open(file), plateFaces, end);
            Plates take = Plates.recording(webcam(file), takeFaces, end);
            List<FramePlanner.Asked> asked = new ArrayList<>();
            Map<Integer, StabilisedFace> byFrame = take.facesByFrame();
            for (StabilisedFace face : plateFaces) {
                StabilisedFace t = byFrame.get(face.frameIndex());
                if (t != null && face.frameIndex() % EVERY == 0) {
                    asked.add(new FramePlanner.Asked(
                            face.frameIndex(),
                            t.frameIndex(),
                            TakePlanner.wanted(t, alone.lipSpace()).mouth()));
                    seen.add(face);
                }
            }
            MotionPlan plan =
                    new MotionPlan(alone.frameRate(), new FramePlanner(alone, plates).plan(asked), List.of(0));
            try (PatchStore patches =
                    new PatchStore(FileChannel.open(pixels), alone.patchSidePx(), alone.patchReduction())) {
                if (way.equals("webcam pasted")) {
                    Compositor compositor = new Compositor(alone.region());
                    for (int i = 0; i < plan.length(); i++) {
                        VideoFrame plate = plates.read(plan.frames().get(i).plateFrame());
                        real.add(plate);
                        drawn.add(pasted(
                                alone,
                                compositor,
                                plate,
                                seen.get(i),
                                take,
                                plan.frames().get(i)));
                    }
                } else {
                    LikenessModel model = way.equals("look") ? forced : way.contains("+") ? residual.model() : alone;
                    RetrievalFaceAnimator animator =
                            new RetrievalFaceAnimator(model, patches, plates, Optional.of(take), SpeechHearing.alone());
                    animator.draw(plan, 0, plan.length(), (i, plate, picture) -> {
                        real.add(plate);
                        drawn.add(picture);
                    });
                }
            }
            ways.put("real", real);
            ways.put(way, drawn);
        }
        Map<String, PictureScore> scores = new LinkedHashMap<>();
        List<VideoFrame> real = ways.get("real");
        ways.forEach((way, drawn) -> {
            List<PictureScore> all = new ArrayList<>();
            for (int i = 0; i < drawn.size(); i++) {
                VideoFrame plate = real.get(i);
                all.add(PictureScore.of(
                        drawn.get(i), plate, BenchFaces.mouth(seen.get(i), plate.widthPx(), plate.heightPx())));
            }
            scores.put(way, PictureScore.mean(all));
        });
        Sheet sheet = new Sheet(CELL_PX, List.copyOf(ways.keySet()));
        int every = Math.max(1, seen.size() / ROWS);
        for (int i = every / 2; i < seen.size(); i += every) {
            List<VideoFrame> row = new ArrayList<>();
            for (List<VideoFrame> way : ways.values()) {
                row.add(way.get(i));
            }
            sheet.add(
                    BenchFaces.lowerFace(
                            seen.get(i),
                            row.getFirst().widthPx(),
                            row.getFirst().heightPx()),
                    row);
        }
        sheet.write(out.resolve("look.png"));
        return new Measured(
                result.technique(),
                new TreeMap<>(result.metrics()),
                crops.crops().size(),
                scores,
                seconds);
    }

    private MediaReader webcam(Path file) throws IOException {
        return new Webcam(rooms.media().open(file), WEBCAM_PX);
    }

    private static VideoFrame pasted(
            LikenessModel model, Compositor c, VideoFrame plate, StabilisedFace face, Plates take, MotionPlan.Frame f)
            throws IOException {
        StabilisedFace t = take.facesByFrame().get(f.takeFrame());
        Patch patch = LookDrawing.patch(take.read(f.takeFrame()), t, model.region());
        FaceWarp warp = c.warp(
                face,
                t,
                model.lipSpace()
                        .shape(f.lips(), face.lips().centreX(), face.lips().centreY()));
        return c.draw(plate, face, patch, t, warp, c.match(plate, face, patch, t), null);
    }

    private static final class Silently implements LikenessTrainer.Watch {
        @Override
        public void step(int step, double loss, double heldOutPsnrDb, double retrievalPsnrDb) {
            if (step % 100 < 2) System.err.printf("%d %.4f %.2f %.2f%n", step, loss, heldOutPsnrDb, retrievalPsnrDb);
        }

        @Override
        public void checkpoint(byte[] state) {}

        @Override
        public void sample(int s, byte[] p) throws IOException {
            Files.write(Path.of("/tmp/look/out/sample.png"), p);
        }
    }

    public static void main(String[] a) throws Exception {
        DraftSettings d = TrainingSettings.usual().draft();
        d.renderer = Renderer.AUTOENCODER;
        d.resolution = Integer.parseInt(a[0]);
        d.steps = Integer.parseInt(a[1]);
        d.channels =
                java.util.Arrays.stream(a[2].split("-")).map(Integer::parseInt).toList();
        if (a.length > 3) d.learningRate = Double.parseDouble(a[3]);
        Measured m = new LookMeasure(Path.of("/tmp/look/out"))
                .measure(Path.of("/work/wt/look/backend/presenters/ada/footage.mp4"), 36, 15.6, 11, d.settle());
        System.out.println(m.technique() + " " + m.metrics() + " " + m.trainingSeconds());
        m.scores().forEach((k, v) -> System.out.println(k + " " + v));
        System.exit(0);
    }
}
