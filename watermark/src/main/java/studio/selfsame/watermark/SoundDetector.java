package studio.selfsame.watermark;

import java.util.List;

/**
 * Looks for the mark in one sound track, blind: it needs nothing but the key.
 *
 * <p>Any sampling rate and any start will do; with {@link Search#FULL} so will a tempo of 0.8 to 1.25 and a pitch of ±10 %,
 * each alone or both at once. Memory does not grow with the length of the sound. Not safe for use by several threads at once.
 */
public final class SoundDetector {
    private static final long LEAST_FOR_ABSENT_US = 3_000_000;
    /** Correlation that chance does not reach, though the payload cannot be read. */
    private static final double TRACE = 0.66;

    private final Resampler[] resamplers;
    private final SampleQueue[] narrow;
    private final SoundSearch search;
    private boolean audible;

    SoundDetector(List<WatermarkKey> keys, Search search, SoundFormat format) {
        this.resamplers = new Resampler[format.channels()];
        this.narrow = new SampleQueue[format.channels()];
        for (int channel = 0; channel < narrow.length; channel++) {
            resamplers[channel] = new Resampler(format.sampleRateHz(), SoundRaster.RATE_HZ);
            narrow[channel] = new SampleQueue();
        }
        this.search = new SoundSearch(keys, search);
    }

    /**
     * Takes samples. Does nothing once {@link #certain()}.
     *
     * @param interleaved whole sample frames, nominally −1..1
     * @throws IllegalArgumentException if a sample is not finite or the length is not a multiple of the channels
     */
    public void accept(float[] interleaved) {
        int channels = narrow.length;
        Checks.samples(interleaved, channels);
        if (certain()) {
            return;
        }
        for (float sample : interleaved) {
            audible |= sample != 0;
        }
        for (int channel = 0; channel < channels; channel++) {
            resamplers[channel].add(interleaved, channel, channels);
            resamplers[channel].drainTo(narrow[channel]);
        }
        search.advance(narrow);
    }

    /** Whether a payload has been found; further samples cannot change the answer. */
    public boolean certain() {
        return search.found() != null;
    }

    /** The answer for all samples so far; more may follow. */
    public Detection result() {
        search.finish();
        Detection.Found found = search.found();
        if (found != null) {
            return found;
        }
        if (search.seenUs() < LEAST_FOR_ABSENT_US || !audible) {
            return new Detection.Inconclusive("There is too little sound to look for a mark in");
        }
        return search.bestCorrelation() > TRACE
                ? new Detection.Inconclusive("There are traces of a mark in the sound, too weak to be read")
                : new Detection.Absent();
    }

    /**
     * How many hypotheses have been looked at so far, over all keys: one is one message decoded from one place of one
     * window with one key. Places at which the pilots alone were looked for and not seen are none.
     */
    public long hypotheses() {
        return search.hypotheses();
    }

    /** How many decoded messages have been put to the tag so far: at most {@link WatermarkDetector#MOST_TAG_TRIES} of a key. */
    public long tagTries() {
        return search.tagTries();
    }
}
