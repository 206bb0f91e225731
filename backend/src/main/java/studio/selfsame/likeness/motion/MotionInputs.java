package studio.selfsame.likeness.motion;

import java.util.List;
import studio.selfsame.media.FrameRate;
import studio.selfsame.speech.Phone;
import studio.selfsame.speech.SpeechFeatures;

/**
 * Speech as the motion network takes it, in steps of 20 ms: what is heard (two columns of the mel spectrum, loudness,
 * chance of speech, and that anything is heard at all), and what is known (shares of the phones, and what the rules of
 * {@link MouthTrajectory} make of them).
 */
final class MotionInputs {
    static final int STEP_US = 20_000;
    /** The first twice as many channels are columns of the mel spectrum. */
    static final int BANDS = SpeechFeatures.MEL_BANDS;

    /** Channels of sound; the rest is what phones tell. */
    static final int HEARD = 2 * BANDS + 3;

    private static final List<String> PHONES = List.of(
            "aa", "ae", "ah", "ao", "aw", "ay", "b", "ch", "d", "dh", "eh", "er", "ey", "f", "g", "hh", "ih", "iy",
            "jh", "k", "l", "m", "n", "ng", "ow", "oy", "p", "r", "s", "sh", "t", "th", "uh", "uw", "v", "w", "y", "z",
            "zh", "pau");
    private static final int RULES = 7;

    static final int CHANNELS = HEARD + PHONES.size() + RULES;

    /** The neutral vowel: what a sound that is not listed is taken for. */
    private static final int NEUTRAL = PHONES.indexOf("ah");

    private static final FrameRate STEPS = new FrameRate(1_000_000 / STEP_US, 1);

    private MotionInputs() {}

    /** {@code steps × channels}; step {@code i} is the moment {@code i}·20 ms. */
    static float[][] of(SpeechFeatures speech) {
        int steps = (speech.steps() - 1) / 2 + 1;
        float[][] out = new float[steps][CHANNELS];
        if (speech.heard()) {
            for (int i = 0; i < steps; i++) {
                hear(speech, i, out[i]);
            }
        }
        List<Phone> phones = speech.timeline().phones();
        for (Phone phone : phones) {
            know(phone, out);
        }
        // Shifted by half a step: the rules speak of the middle of a frame, this of its beginning.
        List<Phone> shifted = phones.stream()
                .map(p -> new Phone(p.symbol(), p.startUs() + STEP_US / 2, p.endUs() + STEP_US / 2))
                .toList();
        List<MouthTarget> rules = MouthTrajectory.of(shifted, STEPS, (long) steps * STEP_US);
        for (int i = 0; i < steps; i++) {
            rule(rules.get(i), out[i]);
        }
        return out;
    }

    private static void hear(SpeechFeatures speech, int step, float[] out) {
        int now = 2 * step;
        int next = Math.min(now + 1, speech.steps() - 1);
        System.arraycopy(speech.melSpectrum()[now], 0, out, 0, BANDS);
        System.arraycopy(speech.melSpectrum()[next], 0, out, BANDS, BANDS);
        out[2 * BANDS] = speech.loudness()[now];
        out[2 * BANDS + 1] = speech.speech()[now];
        out[2 * BANDS + 2] = 1;
    }

    private static void know(Phone phone, float[][] out) {
        int known = PHONES.indexOf(Viseme.SILENT.contains(phone.symbol()) ? "pau" : phone.symbol());
        int channel = HEARD + (known < 0 ? NEUTRAL : known);
        int first = Math.max(0, (int) Math.floor((double) phone.startUs() / STEP_US - 0.5));
        int last = Math.min(out.length - 1, (int) Math.ceil((double) phone.endUs() / STEP_US + 0.5));
        for (int i = first; i <= last; i++) {
            double from = Math.max(phone.startUs(), (i - 0.5) * STEP_US);
            double to = Math.min(phone.endUs(), (i + 0.5) * STEP_US);
            out[i][channel] += (float) Math.max(0, (to - from) / STEP_US);
        }
    }

    private static void rule(MouthTarget target, float[] out) {
        int at = HEARD + PHONES.size();
        out[at] = (float) target.pose().open();
        out[at + 1] = (float) target.pose().width();
        out[at + 2] = (float) target.pose().jaw();
        out[at + 3] = (float) target.pose().lowerLip();
        out[at + 4] = target.closed() ? 1 : 0;
        out[at + 5] = target.labiodental() ? 1 : 0;
        out[at + 6] = target.silent() ? 1 : 0;
    }
}
