package studio.selfsame.likeness.motion;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import studio.selfsame.media.FrameRate;
import studio.selfsame.speech.SpeechFeatures;

/**
 * How one person's mouth moves when they speak, learnt from their own footage: a network from speech to lips. One and
 * the same is driven by the person's own voice (sound and recognised phones) and by a synthesiser's exact phones without
 * any sound.
 */
public final class MouthMotion {
    /** Lips whose gap is below this share of the person's range touch. */
    static final double TOUCHING = 0.1;

    private static final double LEAST_SPEECH_S = 12;
    /** Gap of lips that are made to touch, as a share of the person's range. */
    private static final double CLOSED = 0.03;
    /**
     * Log odds from which the network's word alone closes the lips; where a p, b or m was recognised less is enough. Below 0,
     * because an open mouth in a p shows more than lips that touch in passing.
     */
    private static final double SURE = -0.5;

    private static final double HALF_SURE = -2.5;

    /** What training tells while it runs; may throw to stop. */
    @FunctionalInterface
    public interface Watch {
        /** @param heldOutError mean distance in lip space on footage not trained on, in spreads of the lips */
        void step(int step, int steps, double heldOutError);
    }

    private final LipSpace lips;
    private final MotionNet net;
    private final LipStatistics usual;
    private final float heardGain;
    private final float unheardGain;
    private final float[] opens;

    /** @param heardGain by what drawn lips must be enlarged to move as much as filmed ones, driven by sound */
    private MouthMotion(LipSpace lips, MotionNet net, LipStatistics usual, float heardGain, float unheardGain) {
        this.lips = lips;
        this.net = net;
        this.usual = usual;
        this.heardGain = heardGain;
        this.unheardGain = unheardGain;
        opens = lips.opens();
    }

    /**
     * Learns from filmed lips and the sound that was recorded with them; about 20 s on one core for 2.5 minutes of
     * footage. Only for somebody who agreed to the use of their voice: it is the caller's to have made sure.
     *
     * @param moments in order of time, on the sound's clock
     * @return empty where lips were seen during less than 12 s of speech, or where what was learnt does not hold on the
     *     last part of the footage: then rules do better
     */
    public static Optional<MouthMotion> train(
            List<LipMoment> moments, LipSpace lips, SpeechFeatures speech, long seed, Watch watch) {
        Silence silence = Silence.of(speech);
        boolean[] silent = new boolean[moments.size()];
        for (int i = 0; i < silent.length; i++) {
            silent[i] = silence.depth(moments.get(i).timeUs()) >= 1;
        }
        LipStatistics usual = LipStatistics.of(moments, silent, lips);
        MotionExamples examples = MotionExamples.of(MotionInputs.of(speech), moments, lips, usual.spread());
        double spoken = 0;
        for (int i = 0; i < examples.seen().length; i++) {
            boolean speaks = silence.depth((long) i * MotionInputs.STEP_US) < 1;
            spoken += examples.seen()[i] && speaks ? MotionInputs.STEP_US / 1e6 : 0;
        }
        if (spoken < LEAST_SPEECH_S) {
            return Optional.empty();
        }
        MotionTraining training = new MotionTraining(examples, lips.opens());
        return training.run(seed, watch)
                .map(net -> new MouthMotion(lips, net, usual, training.gain(net, true), training.gain(net, false)));
    }

    /**
     * The wanted mouth of every frame that starts before {@code durationUs}; rest where the speech has ended.
     *
     * @param speech this person's own; of anybody else's, {@link SpeechFeatures#withoutSound}
     */
    public List<MouthTarget> targets(SpeechFeatures speech, FrameRate rate, long durationUs) {
        List<MouthTarget> rules = MouthTrajectory.of(speech.timeline().phones(), rate, durationUs);
        Silence silence = Silence.of(speech);
        float[][] drawn = net.run(MotionInputs.of(speech));
        List<MouthTarget> targets = new ArrayList<>(rules.size());
        for (int i = 0; i < rules.size(); i++) {
            double middleUs = (rate.timeUs(i) + rate.timeUs(i + 1)) / 2.0;
            float depth = silence.depth(Math.round(middleUs));
            targets.add(target(at(drawn, middleUs), rules.get(i), speech.heard(), depth));
        }
        return targets;
    }

    private MouthTarget target(float[] drawn, MouthTarget rule, boolean heard, float depth) {
        float[] values = new float[LipSpace.COMPONENTS];
        float size = usual.spread() * (heard ? heardGain : unheardGain);
        for (int k = 0; k < values.length; k++) {
            values[k] = (1 - depth) * size * drawn[k] + depth * usual.rest()[k];
        }
        float jaw = (1 - depth) * drawn[MotionNet.JAW] + depth * usual.restJaw();
        boolean silent = depth >= 1;
        float odds = drawn[MotionNet.TOUCH];
        // A synthesiser knows its phones; recognised ones are too often wrong to close a mouth by themselves.
        boolean said = rule.closed() && !rule.silent() && (!heard || odds >= HALF_SURE);
        boolean closed = !silent && (said || odds >= SURE && depth <= 0);
        double gap = lips.gap(values);
        double touching = lips.gap(CLOSED);
        if (closed && gap > touching) {
            values = usual.withGap(values, touching - gap, opens);
        }
        boolean touch = closed || lips.gap(values) <= lips.gap(TOUCHING);
        return new MouthTarget(lips.pose(values, jaw), touch, rule.labiodental() && !closed && !silent, silent, values);
    }

    /** Between the network's steps straight; after the last step as at the last. */
    private static float[] at(float[][] drawn, double timeUs) {
        double at = Math.min(timeUs / MotionInputs.STEP_US, drawn.length - 1.0);
        int before = (int) at;
        int after = Math.min(before + 1, drawn.length - 1);
        float share = (float) (at - before);
        float[] out = new float[MotionNet.OUTPUTS];
        for (int k = 0; k < out.length; k++) {
            out[k] = (1 - share) * drawn[before][k] + share * drawn[after][k];
        }
        return out;
    }

    public void write(DataOutputStream out) throws IOException {
        usual.write(out);
        out.writeFloat(heardGain);
        out.writeFloat(unheardGain);
        net.write(out);
    }

    /** What {@link #write} wrote, for the lip space it was trained in. */
    public static MouthMotion read(DataInputStream in, LipSpace lips) throws IOException {
        LipStatistics usual = LipStatistics.read(in);
        float heardGain = in.readFloat();
        float unheardGain = in.readFloat();
        return new MouthMotion(lips, MotionNet.read(in), usual, heardGain, unheardGain);
    }

    @Override
    public String toString() {
        return "MouthMotion[hidden]";
    }
}
