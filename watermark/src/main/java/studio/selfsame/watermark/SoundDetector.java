package studio.selfsame.watermark;

import java.util.List;

/** Looks for the mark in one sound track. */
public final class SoundDetector {
    private final int channels;

    private SoundDetector(int channels) {
        this.channels = channels;
    }

    /** A detector for one sound track. */
    public static SoundDetector create(List<WatermarkKey> keys, int sampleRateHz, int channels) {
        Checks.keys(keys);
        Checks.soundFormat(sampleRateHz, channels);
        return new SoundDetector(channels);
    }

    /** Takes samples. */
    public void accept(float[] interleaved) {
        Checks.samples(interleaved, channels);
    }

    /** Whether the answer is known. */
    public boolean certain() {
        return false;
    }

    /** The answer. */
    public Detection result() {
        return new Detection.Inconclusive("There is too little sound to look for a mark in");
    }
}
