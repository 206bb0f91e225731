package studio.selfsame.likeness;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import studio.selfsame.likeness.net.ResidualTrainer;

/**
 * Trains the residual network of one person on their own frames: each is drawn from another one like it, at least half a
 * second away. A contiguous tail is held out. The network is kept only if it draws the held-out frames better than
 * retrieval alone.
 */
final class LikenessTrainer {
    private static final double HELD_OUT = 0.12;
    private static final int APART = 12;
    private static final int NEIGHBOURS = 12;
    private static final int SCORE_EVERY = 100;
    private static final int REPORT_EVERY = 5;
    private static final int WARM_UP = 20;
    /** The network must earn its place by this much. */
    private static final double LEAST_GAIN_DB = 0.2;

    /** What training tells and asks while it runs. */
    interface Watch {
        /** @param heldOutPsnrDb of the newest score; NaN before the first */
        void step(int step, double loss, double heldOutPsnrDb, double retrievalPsnrDb);

        /** Keeps what is needed to go on after a kill. */
        void checkpoint(byte[] state) throws IOException;
    }

    /** @param metrics held-out figures by name, dB around the mouth */
    record Result(LikenessModel model, String technique, Map<String, Double> metrics) {}

    private LikenessTrainer() {}

    /** @param checkpoint of an earlier, killed training with the same settings; empty to start anew */
    static Result train(Dataset data, TrainingSettings settings, byte[] checkpoint, Watch watch) throws IOException {
        LikenessModel model = data.model();
        List<SourceFrame> sources = model.sources();
        int training = sources.size() - Math.max(8, (int) (HELD_OUT * sources.size()));
        Retrieval retrieval = new Retrieval(sources.subList(0, training));
        ResidualExamples examples = new ResidualExamples(model);
        HeldOutScore score = new HeldOutScore(data, examples, retrieval, training, settings.seed());
        Map<String, Double> metrics = new LinkedHashMap<>(score.baselines());
        double alone = Objects.requireNonNull(metrics.get("retrievalPsnrDb"));
        if (settings.steps() == 0) {
            metrics.put("heldOutPsnrDb", alone);
            return new Result(model, "retrieval", metrics);
        }
        ResidualTrainer trainer = new ResidualTrainer(model.netShape(), settings.seed());
        int start = resume(trainer, checkpoint);
        double held = Double.NaN;
        for (int step = start; step < settings.steps(); step++) {
            // Each step's examples follow from its number alone, so a resumed training goes on with the same ones.
            Random random = new Random(settings.seed() * 1_000_003 + step);
            int[] targets = random.ints(settings.batch(), 0, training).toArray();
            int[] neighbours = new int[targets.length];
            for (int i = 0; i < targets.length; i++) {
                SourceFrame target = sources.get(targets[i]);
                int[] near = retrieval.nearest(wanted(target), NEIGHBOURS, target.frameIndex(), APART);
                neighbours[i] = near[random.nextInt(near.length)];
            }
            double warm = Math.min(1, (step + 1.0) / WARM_UP);
            double rate = settings.learningRate() * warm * 0.5 * (1 + Math.cos(Math.PI * step / settings.steps()));
            double loss = trainer.step(examples.batch(data, targets, neighbours), rate);
            boolean last = step + 1 == settings.steps();
            if ((step + 1) % SCORE_EVERY == 0 || last) {
                held = score.network(trainer);
                watch.checkpoint(state(trainer, step + 1));
            }
            if (step % REPORT_EVERY == 0 || last || (step + 1) % SCORE_EVERY == 0) {
                watch.step(step + 1, loss, held, alone);
            }
        }
        if (Double.isNaN(held)) {
            held = score.network(trainer);
        }
        metrics.put("heldOutPsnrDb", held);
        boolean better = held >= alone + LEAST_GAIN_DB;
        return new Result(
                better ? model.withNetwork(trainer.toOnnx()) : model,
                better ? "retrieval+residual" : "retrieval",
                metrics);
    }

    /** A frame's own mouth as something to look for. */
    static Retrieval.Wanted wanted(SourceFrame frame) {
        return new Retrieval.Wanted(
                Retrieval.Mouth.of(frame.face().lips(), frame.values(), frame.pose()),
                frame.face().pose());
    }

    private static int resume(ResidualTrainer trainer, byte[] checkpoint) throws IOException {
        if (checkpoint.length == 0) {
            return 0;
        }
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(checkpoint));
        int step = in.readInt();
        trainer.read(in);
        return step;
    }

    private static byte[] state(ResidualTrainer trainer, int step) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeInt(step);
        trainer.write(out);
        return bytes.toByteArray();
    }
}
