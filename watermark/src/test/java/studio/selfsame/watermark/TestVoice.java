package studio.selfsame.watermark;

import java.util.Random;

/** Something like speech: syllables of a gliding, vibrating voice with formants, hisses, and silent pauses. */
final class TestVoice {
    private static final double[][] VOWELS = {{730, 1090, 2440}, {270, 2290, 3010}, {300, 870, 2240}, {530, 1840, 2480}
    };

    private TestVoice() {}

    /** Mono, about −20 dB. */
    static float[] speak(double seconds, int rateHz, int seed) {
        Random random = new Random(seed);
        float[] sound = new float[(int) (seconds * rateHz)];
        int at = 0;
        while (at < sound.length) {
            int length = (int) (rateHz * (0.12 + 0.15 * random.nextDouble()));
            int kind = random.nextInt(10);
            if (kind < 7) {
                vowel(sound, at, length, rateHz, random);
            } else if (kind < 9) {
                hiss(sound, at, length / 2, rateHz, random);
            } else {
                length = (int) (0.4 * rateHz);
            }
            at += length;
        }
        return sound;
    }

    private static void vowel(float[] sound, int at, int length, int rateHz, Random random) {
        double[] formants = VOWELS[random.nextInt(VOWELS.length)];
        double pitch = 95 + 60 * random.nextDouble();
        double glide = 1 + 0.2 * (random.nextDouble() - 0.5);
        double phase = 0;
        int harmonics = (int) (Math.min(7_500, rateHz / 2.2) / (1.2 * pitch));
        double[] height = new double[harmonics];
        for (int h = 0; h < harmonics; h++) {
            for (double formant : formants) {
                double off = ((h + 1) * pitch - formant) / 120;
                height[h] += 1 / (1 + off * off);
            }
            height[h] = (height[h] + 0.01) / Math.sqrt(h + 1.0);
        }
        for (int i = 0; i < length && at + i < sound.length; i++) {
            double share = (double) i / length;
            phase += 2 * Math.PI * pitch * Math.pow(glide, share) * (1 + 0.004 * random.nextGaussian()) / rateHz;
            double sum = 0.02 * random.nextGaussian();
            for (int h = 0; h < harmonics; h++) {
                sum += height[h] * Math.sin((h + 1) * phase);
            }
            sound[at + i] += (float) (0.12 * Math.sin(Math.PI * share) * sum);
        }
    }

    private static void hiss(float[] sound, int at, int length, int rateHz, Random random) {
        double before = 0;
        for (int i = 0; i < length && at + i < sound.length; i++) {
            double noise = random.nextGaussian();
            sound[at + i] += (float) (0.03 * Math.sin(Math.PI * i / length) * (noise - 0.7 * before));
            before = noise;
        }
    }
}
