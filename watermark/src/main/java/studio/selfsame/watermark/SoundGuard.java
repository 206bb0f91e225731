package studio.selfsame.watermark;

import java.util.List;

/** Looks for a mark of the same key in the sound that is about to be marked. */
final class SoundGuard {
    /** What is looked at; a mark shows within seconds. */
    private static final long LOOK_SAMPLES = 11L * SoundRaster.RATE_HZ;

    private final SoundSearch search;
    private final SampleQueue[] heard;

    SoundGuard(WatermarkKey key, int channels) {
        this.search = new SoundSearch(List.of(key), Search.COMMON);
        this.heard = new SampleQueue[channels];
        for (int channel = 0; channel < channels; channel++) {
            heard[channel] = new SampleQueue();
        }
    }

    /**
     * Listens to the samples of a queue from a place on.
     *
     * @throws AlreadyMarkedException if there is a mark
     */
    void listen(SampleQueue[] narrow) {
        long end = Math.min(narrow[0].end(), LOOK_SAMPLES);
        if (heard[0].end() == end) {
            return;
        }
        for (int channel = 0; channel < heard.length; channel++) {
            for (long place = heard[channel].end(); place < end; place++) {
                heard[channel].add(narrow[channel].at(place));
            }
        }
        search.advance(heard);
        refuse();
    }

    /**
     * Says that no more will come.
     *
     * @throws AlreadyMarkedException if there is a mark
     */
    void finish() {
        search.finish();
        refuse();
    }

    private void refuse() {
        Detection.Found found = search.found();
        if (found != null) {
            throw new AlreadyMarkedException(found.payload());
        }
    }
}
