package studio.selfsame.watermark;

import java.util.Arrays;

/**
 * Takes the fingerprint of one sound track as it passes by. Memory grows by 250 bytes per second of sound. Not safe for use
 * by several threads at once.
 */
public final class SoundFingerprinter {
    static final long STEP_US = 1_000_000L * SpectralBits.HOP / SpectralBits.RATE_HZ;
    static final int MOST_STEPS = (int) (4 * 3_600_000_000L / STEP_US);
    /** How far under the loud parts a step may lie before it counts as silence, as a factor of energy: 30 dB. */
    private static final double SILENCE = 1e-3;
    /** Share of steps that are quieter than what is called loud. */
    private static final double LOUD = 0.9;

    private final int channels;
    private final Resampler resampler;
    private final SampleQueue narrow = new SampleQueue();
    private final SpectralBits bits = new SpectralBits();
    private int[] words = new int[1_024];
    private float[] loudness = new float[1_024];
    private int steps;
    private long start;
    private boolean finished;

    private SoundFingerprinter(SoundFormat format) {
        this.channels = format.channels();
        this.resampler = new Resampler(format.sampleRateHz(), SpectralBits.RATE_HZ);
    }

    /** A fingerprinter for one sound track. */
    public static SoundFingerprinter create(SoundFormat format) {
        return new SoundFingerprinter(format);
    }

    /**
     * Takes samples.
     *
     * @param interleaved whole sample frames, nominally −1..1
     * @throws IllegalArgumentException if a sample is not finite, the length is not a multiple of the channels, or the sound
     *     grows longer than four hours
     * @throws IllegalStateException after {@link #finish()}
     */
    public void accept(float[] interleaved) {
        if (finished) {
            throw new IllegalStateException("The fingerprint has been taken already");
        }
        Checks.samples(interleaved, channels);
        for (int i = 0; i < interleaved.length; i += channels) {
            float sum = 0;
            for (int channel = 0; channel < channels; channel++) {
                sum += interleaved[i + channel] / channels;
            }
            resampler.add(sum);
        }
        resampler.drainTo(narrow);
        advance();
    }

    private void advance() {
        for (; SpectralBits.complete(narrow, start); start += SpectralBits.HOP) {
            bits.look(narrow, start);
            if (steps == MOST_STEPS) {
                throw new IllegalArgumentException("Sound longer than four hours cannot have a fingerprint");
            }
            if (steps == words.length) {
                words = Arrays.copyOf(words, 2 * steps);
                loudness = Arrays.copyOf(loudness, 2 * steps);
            }
            words[steps] = bits.word();
            loudness[steps] = (float) bits.loudness();
            steps++;
            narrow.dropBefore(start + SpectralBits.HOP);
        }
    }

    /**
     * The fingerprint of all samples.
     *
     * @throws IllegalStateException if called twice
     */
    public SoundFingerprint finish() {
        if (finished) {
            throw new IllegalStateException("The fingerprint has been taken already");
        }
        finished = true;
        resampler.finishTo(narrow);
        advance();
        float[] sorted = Arrays.copyOf(loudness, steps);
        Arrays.sort(sorted);
        double loud = steps == 0 ? 0 : sorted[(int) (LOUD * (steps - 1))];
        int[] kept = new int[steps];
        for (int i = 1; i < steps; i++) {
            kept[i] = loudness[i] > SILENCE * loud ? words[i] : SoundFingerprint.SILENT;
        }
        return SoundFingerprint.of(kept);
    }
}
