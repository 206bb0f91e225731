package studio.selfsame.watermark;

/**
 * The shape of one sound track of interleaved samples.
 *
 * @param sampleRateHz 8,000..192,000
 * @param channels 1..8
 */
public record SoundFormat(int sampleRateHz, int channels) {
    /** @throws IllegalArgumentException if the format is outside these bounds */
    public SoundFormat {
        Checks.soundFormat(sampleRateHz, channels);
    }
}
