package studio.selfsame.media;

/** Sound in memory: interleaved floats, -1..1. */
public record AudioSamples(int sampleRateHz, int channels, float[] interleaved) {
    public int frames() {
        return interleaved.length / channels;
    }

    public long durationUs() {
        return frames() * 1_000_000L / sampleRateHz;
    }

    @Override
    public String toString() {
        return "AudioSamples[" + sampleRateHz + " Hz, " + channels + " ch, " + durationUs() / 1000 + " ms]";
    }
}
