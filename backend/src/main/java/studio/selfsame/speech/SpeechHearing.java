package studio.selfsame.speech;

import org.springframework.stereotype.Component;
import studio.selfsame.media.AudioSamples;
import studio.selfsame.problem.ProblemException;

/** Listens to a recording: when somebody speaks, which sounds, how loudly, and how it sounds. */
@Component
public class SpeechHearing {
    private static final float SPEAKING = 0.5f;
    private static final int LEAST_SPEECH_STEPS = 20;
    private static final double RANGE = Math.log(1e6);
    private static final float MOST = 4;

    private final PhoneRecognizer recognizer;
    private final MelSpectrum mel = new MelSpectrum();

    SpeechHearing(PhoneRecognizer recognizer) {
        this.recognizer = recognizer;
    }

    /** The room's own ear, without a studio around it. */
    public static SpeechHearing alone() {
        return new SpeechHearing(new SphinxPhoneRecognizer());
    }

    /**
     * Listens to all of it; a minute takes about four seconds on one core and 2 MB. The same sound gives the same
     * features.
     *
     * @param sound 16 kHz mono, any length; see {@link PhoneRecognizer#SAMPLE_RATE_HZ}
     * @throws ProblemException where there is no sound, or nobody speaks in it for a fifth of a second
     */
    public SpeechFeatures hear(AudioSamples sound) {
        float[] mono = SpeechSound.mono(sound);
        int steps = SpeechFeatures.steps(sound.durationUs());
        float[] speech = speech(mono, steps);
        boolean[] speaks = new boolean[steps];
        int spoken = 0;
        for (int i = 0; i < steps; i++) {
            speaks[i] = speech[i] >= SPEAKING;
            spoken += speaks[i] ? 1 : 0;
        }
        if (spoken < LEAST_SPEECH_STEPS) {
            throw SpeechSound.refused("Nobody speaks in the sound.");
        }
        float[][] spectrum = mel.of(mono);
        float[] loudness = loudness(spectrum);
        normalise(spectrum, speaks);
        return new SpeechFeatures(spectrum, loudness, speech, recognizer.recognise(sound));
    }

    private static float[] speech(float[] mono, int steps) {
        float[] chances;
        try (VoiceActivity activity = new VoiceActivity(SpeechModels.read().load(VoiceActivity.MODEL))) {
            chances = activity.chances(mono);
        }
        float[] out = new float[steps];
        for (int i = 0; i < steps; i++) {
            double at = (double) i * MelSpectrum.HOP / VoiceActivity.BLOCK - 0.5;
            int before = Math.clamp((int) Math.floor(at), 0, chances.length - 1);
            int after = Math.min(before + 1, chances.length - 1);
            float share = (float) Math.clamp(at - before, 0, 1);
            out[i] = (1 - share) * chances[before] + share * chances[after];
        }
        return out;
    }

    private static float[] loudness(float[][] spectrum) {
        double[] level = new double[spectrum.length];
        double loudest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < level.length; i++) {
            double sum = 0;
            for (float band : spectrum[i]) {
                sum += Math.exp(band);
            }
            level[i] = Math.log(sum);
            loudest = Math.max(loudest, level[i]);
        }
        double[] sorted = level.clone();
        java.util.Arrays.sort(sorted);
        double floor = Math.clamp(sorted[sorted.length / 20], loudest - RANGE, loudest - 1);
        float[] out = new float[level.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = (float) Math.clamp((level[i] - floor) / (loudest - floor), 0, 1);
        }
        return out;
    }

    /** By speech alone, so that a recording with long pauses is heard like one without. */
    private static void normalise(float[][] spectrum, boolean[] speaks) {
        for (int b = 0; b < SpeechFeatures.MEL_BANDS; b++) {
            double sum = 0;
            double squares = 0;
            int n = 0;
            for (int i = 0; i < spectrum.length; i++) {
                if (speaks[i]) {
                    sum += spectrum[i][b];
                    squares += (double) spectrum[i][b] * spectrum[i][b];
                    n++;
                }
            }
            double mean = sum / n;
            double deviation = Math.sqrt(Math.max(1e-4, squares / n - mean * mean));
            for (float[] step : spectrum) {
                step[b] = Math.clamp((float) ((step[b] - mean) / deviation), -MOST, MOST);
            }
        }
    }
}
