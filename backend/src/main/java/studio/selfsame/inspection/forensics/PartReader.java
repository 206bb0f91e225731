package studio.selfsame.inspection.forensics;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import studio.selfsame.media.AudioSamples;
import studio.selfsame.media.MediaProbe;
import studio.selfsame.media.MediaReader;
import studio.selfsame.media.SoundReader;
import studio.selfsame.media.VideoFrame;

/**
 * A stretch of a video as if it were all of it; it ends early when time is up. Whoever closes it closes the whole.
 *
 * @param fromUs of the first picture
 * @param toUs after the last
 */
record PartReader(MediaReader whole, long fromUs, long toUs, BooleanSupplier timeIsUp) implements MediaReader {
    @Override
    public MediaProbe probe() {
        return whole.probe();
    }

    @Override
    public Optional<VideoFrame> nextFrame() {
        return timeIsUp.getAsBoolean()
                ? Optional.empty()
                : whole.nextFrame().filter(frame -> frame.presentationTimeUs() < toUs);
    }

    @Override
    public void seek(long presentationTimeUs) {
        whole.seek(fromUs + presentationTimeUs);
    }

    @Override
    public Optional<AudioSamples> readAudio(int sampleRateHz, int channels) {
        return whole.readAudio(sampleRateHz, channels);
    }

    @Override
    public Optional<SoundReader> sound(int sampleRateHz, int channels) {
        return whole.sound(sampleRateHz, channels);
    }

    @Override
    public void close() {
        whole.close();
    }
}
