package studio.selfsame.speech;

import java.util.List;

/**
 * Speech as a mouth can follow it, in steps of 10 ms: step {@code i} describes the moment {@code i}·10 ms, from 0 to the
 * end of the sound.
 *
 * @param melSpectrum {@code steps × 40}: natural logarithms of mel band energies, less this recording's mean over speech,
 *     over its standard deviation over speech, band by band, −4..4; empty where only the phones are known
 * @param loudness of each step, 0 at this recording's noise floor or 60 dB below its loudest, 1 at its loudest; where only
 *     the phones are known 0 in pauses, 0.8 elsewhere
 * @param speech chance that somebody speaks at each step, 0..1
 * @param timeline the phones, contiguous
 */
public record SpeechFeatures(float[][] melSpectrum, float[] loudness, float[] speech, PhonemeTimeline timeline) {
    public static final int STEP_US = 10_000;
    public static final int MEL_BANDS = 40;
    private static final float SPOKEN = 0.8f;

    /** What a synthesiser says of its own speech: exact phones, and no sound, which would be another person's. */
    public static SpeechFeatures ofPhones(PhonemeTimeline timeline) {
        List<Phone> phones = timeline.phones();
        int steps = steps(phones.isEmpty() ? 0 : phones.getLast().endUs());
        float[] loudness = new float[steps];
        float[] speech = new float[steps];
        for (Phone phone : phones) {
            if (!phone.symbol().equals("pau")) {
                for (int i = steps(phone.startUs()) - 1; i < Math.min(steps, steps(phone.endUs())); i++) {
                    loudness[i] = SPOKEN;
                    speech[i] = 1;
                }
            }
        }
        return new SpeechFeatures(new float[0][], loudness, speech, timeline);
    }

    /** Whether the sound itself was heard. */
    public boolean heard() {
        return melSpectrum.length > 0;
    }

    public int steps() {
        return speech.length;
    }

    /** The same without the sound: what would be known of it if another voice had said it. */
    public SpeechFeatures withoutSound() {
        return ofPhones(timeline);
    }

    /** From 0 to the last whole step. */
    static int steps(long durationUs) {
        return (int) (durationUs / STEP_US) + 1;
    }

    @Override
    public String toString() {
        return "SpeechFeatures[" + steps() + " steps]";
    }
}
