package studio.selfsame.likeness;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import studio.selfsame.likeness.measure.Sheet;
import studio.selfsame.likeness.motion.MouthMotion;
import studio.selfsame.likeness.picture.StabilisedFace;
import studio.selfsame.media.VideoFrame;
import studio.selfsame.speech.SpeechHearing;

/** The hold-out protocol for one clip, from tracking to the contact sheet. */
public final class LikenessMeasure {
    private static final double WRONG_SECONDS = 7.5;
    private static final int ROWS = 6;
    private static final int CELL_PX = 260;

    /**
     * What came out.
     *
     * @param scores by the way of drawing and driving, in the order of effort
     * @param seconds by what was done
     */
    public record Measured(
            String clip, int frames, int heldOut, Map<String, Score> scores, Map<String, Double> seconds) {}

    private final Path out;
    private final BenchClip.Rooms rooms = BenchClip.Rooms.open();
    private final SpeechHearing hearing = SpeechHearing.alone();
    private final Consumer<String> told;

    /** @param out where tracking is kept and contact sheets are put */
    public LikenessMeasure(Path out, Consumer<String> told) {
        this.out = out;
        this.told = told;
    }

    /** @param steps of training; 0 measures what needs none */
    public Measured measure(String name, Path file, double learntSeconds, double heldSeconds, int steps)
            throws IOException {
        Map<String, Double> seconds = new LinkedHashMap<>();
        long t = System.nanoTime();
        HoldOut hold = new HoldOut(new BenchClip(name, file, learntSeconds, heldSeconds), rooms, hearing, out);
        t = lap(seconds, "tracking", t);
        DraftSettings draft = TrainingSettings.usual().draft();
        draft.steps = steps;
        TrainingSettings settings = draft.settle();
        Dataset data = hold.learn(settings);
        t = lap(seconds, "dataset", t);
        Optional<MouthMotion> motion = hold.motion(data.model(), settings.seed());
        t = lap(seconds, "mouth motion", t);
        LikenessModel alone = data.model();
        LikenessModel model = LikenessTrainer.train(data, settings, new byte[0], new Silently())
                .model();
        lap(seconds, "training", t);
        int wrong = (int) (WRONG_SECONDS * hold.rate().perSecond());
        List<FramePlanner.Asked> truth = hold.landmarks(model, 0);
        Map<String, HoldOut.Drawing> ways = new LinkedHashMap<>();
        ways.put("mean face", Baselines.meanFace(hold, model, truth));
        ways.put("retrieval alone", Baselines.retrieval(hold, model, truth));
        ways.put("retrieval, bent", hold.drawing(alone, truth));
        ways.put("landmarks", hold.drawing(model, truth));
        ways.put("wrong landmarks", hold.drawing(model, hold.landmarks(model, wrong)));
        motion.ifPresent(learnt -> {
            ways.put("own voice", hold.drawing(model, hold.voice(model, learnt, 0)));
            ways.put("wrong voice", hold.drawing(model, hold.voice(model, learnt, wrong)));
        });
        Map<String, Score> scores = new LinkedHashMap<>();
        for (var way : ways.entrySet()) {
            told.accept(name + ": " + way.getKey());
            scores.put(way.getKey(), Score.of(hold, rooms, model, way.getValue()));
        }
        sheet(hold, model, ways, out.resolve(name + ".png"));
        return new Measured(name, data.model().sources().size(), hold.length(), scores, seconds);
    }

    private static long lap(Map<String, Double> seconds, String what, long since) {
        long now = System.nanoTime();
        seconds.put(what, (now - since) / 1e9);
        return now;
    }

    /** Real and drawn lower faces of some frames, side by side. */
    private static void sheet(HoldOut hold, LikenessModel model, Map<String, HoldOut.Drawing> ways, Path png)
            throws IOException {
        Map<Integer, StabilisedFace> faces = new TreeMap<>();
        hold.held(model).forEach(f -> faces.put(f.frameIndex(), f));
        int every = Math.max(1, hold.length() / ROWS);
        Map<Integer, List<VideoFrame>> rows = new TreeMap<>();
        for (HoldOut.Drawing way : ways.values()) {
            way.draw((i, plate, drawn) -> {
                if (i % every == every / 2 && faces.containsKey(hold.first() + i)) {
                    rows.computeIfAbsent(hold.first() + i, k -> new ArrayList<>(List.of(plate)))
                            .add(drawn);
                }
            });
        }
        List<String> heads = new ArrayList<>(List.of("real"));
        heads.addAll(ways.keySet());
        Sheet sheet = new Sheet(CELL_PX, heads);
        rows.forEach((frame, row) -> sheet.add(
                BenchFaces.lowerFace(
                        Objects.requireNonNull(faces.get(frame)),
                        hold.video().widthPx(),
                        hold.video().heightPx()),
                row));
        sheet.write(png);
    }
}
