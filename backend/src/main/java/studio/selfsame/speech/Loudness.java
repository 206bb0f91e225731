package studio.selfsame.speech;

/** Brings speech to an even level. */
final class Loudness {
    /** Mean level of the sounding parts, dB relative to full scale. */
    static final double SPEECH_DBFS = -17.5;
    /** No sample is louder than this, dB relative to full scale. */
    static final double PEAK_DBFS = -1;

    private static final double SILENCE = 1e-3;
    private static final int WINDOW_MS = 20;

    private Loudness() {}

    /** Scales in place; one gain for all, so nothing is squeezed. Silence stays silence. */
    static void level(float[] mono, int sampleRateHz) {
        double speech = speechLevel(mono, sampleRateHz);
        if (speech == 0) {
            return;
        }
        double peak = 0;
        for (float sample : mono) {
            peak = Math.max(peak, Math.abs(sample));
        }
        double gain = Math.min(amplitude(SPEECH_DBFS) / speech, amplitude(PEAK_DBFS) / peak);
        for (int i = 0; i < mono.length; i++) {
            mono[i] = (float) (mono[i] * gain);
        }
    }

    /** Root mean square over the windows that are not silent, 0..1; 0 if all are. */
    static double speechLevel(float[] mono, int sampleRateHz) {
        int window = sampleRateHz * WINDOW_MS / 1000;
        double power = 0;
        int windows = 0;
        for (int from = 0; from + window <= mono.length; from += window) {
            double sum = 0;
            for (int i = from; i < from + window; i++) {
                sum += (double) mono[i] * mono[i];
            }
            double mean = sum / window;
            if (mean > SILENCE * SILENCE) {
                power += mean;
                windows++;
            }
        }
        return windows == 0 ? 0 : Math.sqrt(power / windows);
    }

    private static double amplitude(double dbfs) {
        return Math.pow(10, dbfs / 20);
    }
}
