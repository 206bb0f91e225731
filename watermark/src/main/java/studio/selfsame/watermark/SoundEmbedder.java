package studio.selfsame.watermark;

/**
 * Marks one sound track as it streams by: the original samples plus a small signal made at 16 kHz, so that everything
 * outside 300 Hz to 7 kHz stays as it is.
 *
 * <p>Sound that bears a mark of the same key already is refused as soon as that shows, 2.5 s from its beginning at the
 * earliest and with its end at the latest; only the first ten seconds are looked at. Not safe for use by several threads at
 * once.
 */
public final class SoundEmbedder {
    private final int channels;
    private final SoundGuard guard;
    private final SoundMarker marker;
    private final SampleQueue[] original;
    private final Resampler[] down;
    private final SampleQueue[] narrow;
    private final SampleQueue[] addition;
    private final PreEcho[] preEcho;
    private final Resampler[] up;
    private final SampleQueue[] wideAddition;
    private long returned;
    private boolean finished;

    SoundEmbedder(WatermarkKey key, Payload payload, SoundFormat format) {
        int sampleRateHz = format.sampleRateHz();
        this.channels = format.channels();
        this.guard = new SoundGuard(key, channels);
        this.marker = new SoundMarker(key, payload, channels);
        this.original = new SampleQueue[channels];
        this.down = new Resampler[channels];
        this.narrow = new SampleQueue[channels];
        this.addition = new SampleQueue[channels];
        this.preEcho = new PreEcho[channels];
        this.up = new Resampler[channels];
        this.wideAddition = new SampleQueue[channels];
        for (int channel = 0; channel < channels; channel++) {
            original[channel] = new SampleQueue();
            down[channel] = new Resampler(sampleRateHz, SoundRaster.RATE_HZ);
            narrow[channel] = new SampleQueue();
            addition[channel] = new SampleQueue();
            preEcho[channel] = new PreEcho();
            up[channel] = new Resampler(SoundRaster.RATE_HZ, sampleRateHz);
            wideAddition[channel] = new SampleQueue();
        }
    }

    /**
     * Takes samples and returns those that are ready, about 0.4 s behind; in order and none lost.
     *
     * @param interleaved whole sample frames, nominally −1..1; samples within this range stay within it
     * @return marked samples, interleaved; may be empty
     * @throws IllegalArgumentException if a sample is not finite or the length is not a multiple of the channels
     * @throws AlreadyMarkedException if the sound bears a mark of this key; what has been returned so far is to be thrown
     *     away, and no more can be marked
     * @throws IllegalStateException after {@link #finish()}
     */
    public float[] mark(float[] interleaved) {
        Checks.samples(interleaved, channels);
        if (finished) {
            throw new IllegalStateException("The sound has been finished, no more can be marked");
        }
        for (int i = 0; i < interleaved.length; i++) {
            original[i % channels].add(interleaved[i]);
            down[i % channels].add(interleaved[i]);
        }
        for (int channel = 0; channel < channels; channel++) {
            down[channel].drainTo(narrow[channel]);
        }
        listen(false);
        passUp(marker.advance(narrow, addition));
        for (int channel = 0; channel < channels; channel++) {
            up[channel].drainTo(wideAddition[channel]);
        }
        return take(Math.min(wideAddition[0].end(), original[0].end()));
    }

    /**
     * The samples still held: with them, as many have come out as went in, each in its place.
     *
     * @throws AlreadyMarkedException as in {@link #mark}
     * @throws IllegalStateException if called twice
     */
    public float[] finish() {
        if (finished) {
            throw new IllegalStateException("The sound has been finished already");
        }
        finished = true;
        for (int channel = 0; channel < channels; channel++) {
            down[channel].finishTo(narrow[channel]);
        }
        listen(true);
        for (int channel = 0; channel < channels; channel++) {
            narrow[channel].padTo(narrow[channel].end() + SoundMarker.DELAY);
        }
        passUp(marker.advance(narrow, addition));
        for (int channel = 0; channel < channels; channel++) {
            up[channel].finishTo(wideAddition[channel]);
        }
        return take(original[0].end());
    }

    private void listen(boolean last) {
        try {
            guard.listen(narrow);
            if (last) {
                guard.finish();
            }
        } catch (AlreadyMarkedException marked) {
            finished = true;
            throw marked;
        }
    }

    private void passUp(long end) {
        for (int channel = 0; channel < channels; channel++) {
            long passed = preEcho[channel].pass(narrow[channel], addition[channel], end, up[channel]);
            narrow[channel].dropBefore(passed);
            addition[channel].dropBefore(passed);
        }
    }

    private float[] take(long end) {
        float[] marked = new float[(int) (end - returned) * channels];
        for (int i = 0; i < marked.length; i++) {
            long place = returned + i / channels;
            float before = original[i % channels].at(place);
            float after = before + wideAddition[i % channels].at(place);
            marked[i] = Math.clamp(after, Math.min(-1, before), Math.max(1, before));
        }
        returned = end;
        for (int channel = 0; channel < channels; channel++) {
            original[channel].dropBefore(end);
            wideAddition[channel].dropBefore(end);
        }
        return marked;
    }
}
