package studio.selfsame.likeness.motion;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import studio.selfsame.speech.Phone;
import studio.selfsame.speech.PhonemeTimeline;
import studio.selfsame.speech.SpeechFeatures;

/**
 * Somebody who belongs to nobody, whose lips follow seven sounds in a way of their own: the gap glides from sound to
 * sound and opens wide in {@code uw}, which no rule would think of. Every sound has a spectrum of its own.
 */
record SyntheticSpeaker(SpeechFeatures speech, List<LipMoment> moments, LipSpace lips) {
    private static final Map<String, Double> GAPS =
            Map.of("p", 0.0, "m", 0.0, "aa", 0.3, "iy", 0.05, "uw", 0.35, "s", 0.08, "pau", 0.0);
    private static final List<String> SOUNDS = List.of("p", "aa", "m", "uw", "s", "iy");
    private static final int FRAME_US = 40_000;
    private static final double GLIDE_US = 50_000;

    /** Speaks for so long, with a pause of a second after every four. */
    static SyntheticSpeaker speaking(double seconds, long seed) {
        Random random = new Random(seed);
        List<Phone> phones = new ArrayList<>();
        long t = 0;
        long pause = 4_000_000;
        while (t < seconds * 1e6) {
            boolean rests = t >= pause;
            String symbol = rests ? "pau" : SOUNDS.get(random.nextInt(SOUNDS.size()));
            long end = t + (rests ? 1_000_000 : 80_000 + random.nextInt(9) * 10_000);
            pause += rests ? 5_000_000 : 0;
            phones.add(new Phone(symbol, t, end));
            t = end;
        }
        List<LipShape> shapes = new ArrayList<>();
        List<Double> gaps = new ArrayList<>();
        for (long at = FRAME_US / 2; at < t; at += FRAME_US) {
            gaps.add(gap(phones, at));
            shapes.add(shape(gaps.getLast()));
        }
        LipSpace lips = LipSpace.learn(
                shapes, gaps.stream().mapToDouble(Double::doubleValue).toArray());
        List<LipMoment> moments = new ArrayList<>();
        for (int i = 0; i < shapes.size(); i++) {
            LipShape s = shapes.get(i);
            moments.add(new LipMoment(
                    FRAME_US / 2 + (long) i * FRAME_US,
                    lips.values(s),
                    lips.pose(s, gaps.get(i)).jaw()));
        }
        return new SyntheticSpeaker(sound(phones, t, random), moments, lips);
    }

    /** The same sounds of the same voice, of which lips before {@code fromUs} alone were filmed. */
    List<LipMoment> momentsBefore(long fromUs) {
        return moments.stream().filter(m -> m.timeUs() < fromUs).toList();
    }

    double gapAt(long timeUs) {
        return gap(speech.timeline().phones(), timeUs);
    }

    private static double gap(List<Phone> phones, long timeUs) {
        double sum = 0;
        double weights = 1e-9;
        for (Phone p : phones) {
            double away = Math.max(0, Math.max(p.startUs() - timeUs, timeUs - p.endUs()));
            double weight = Math.exp(-away * away / (2 * GLIDE_US * GLIDE_US)) * (GAPS.get(p.symbol()) == 0 ? 9 : 1);
            sum += weight * GAPS.get(p.symbol());
            weights += weight;
        }
        return sum / weights;
    }

    private static LipShape shape(double gap) {
        float[] v = new float[LipShape.LENGTH];
        for (int ring = 0; ring < 2; ring++) {
            for (int i = 0; i < LipShape.RING; i++) {
                double angle = 2 * Math.PI * i / LipShape.RING;
                double high = gap / 2 / 0.965 + (ring == 0 ? 0.08 : 0);
                v[2 * ring * LipShape.RING + i] = (float) (-(0.4 - 0.2 * gap) * Math.cos(angle));
                v[(2 * ring + 1) * LipShape.RING + i] = (float) (1 + high * Math.sin(angle));
            }
        }
        return LipShape.of(v);
    }

    private static SpeechFeatures sound(List<Phone> phones, long endUs, Random random) {
        int steps = (int) (endUs / SpeechFeatures.STEP_US) + 1;
        float[][] mel = new float[steps][SpeechFeatures.MEL_BANDS];
        float[] loudness = new float[steps];
        float[] speech = new float[steps];
        for (Phone p : phones) {
            Random voice = new Random(p.symbol().hashCode());
            float[] spectrum = new float[SpeechFeatures.MEL_BANDS];
            for (int b = 0; b < spectrum.length; b++) {
                spectrum[b] = (float) voice.nextGaussian();
            }
            for (int i = (int) (p.startUs() / 10_000); i < p.endUs() / 10_000; i++) {
                for (int b = 0; b < spectrum.length; b++) {
                    mel[i][b] = spectrum[b] + (float) (0.3 * random.nextGaussian());
                }
                loudness[i] = p.symbol().equals("pau") ? 0.1f : 0.8f;
                speech[i] = p.symbol().equals("pau") ? 0 : 1;
            }
        }
        return new SpeechFeatures(mel, loudness, speech, new PhonemeTimeline(phones, List.of()));
    }
}
