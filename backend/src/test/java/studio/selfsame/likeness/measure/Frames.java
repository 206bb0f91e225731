package studio.selfsame.likeness.measure;

import java.util.List;
import java.util.Optional;
import studio.selfsame.media.AudioSamples;
import studio.selfsame.media.FrameRate;
import studio.selfsame.media.MediaProbe;
import studio.selfsame.media.MediaReader;
import studio.selfsame.media.SoundReader;
import studio.selfsame.media.VideoFrame;

/** Reads frames that are in memory already. */
public final class Frames implements MediaReader {
    private final List<VideoFrame> frames;
    private final FrameRate rate;
    private int next;

    public Frames(List<VideoFrame> frames, FrameRate rate) {
        this.frames = frames;
        this.rate = rate;
    }

    @Override
    public MediaProbe probe() {
        VideoFrame first = frames.getFirst();
        return new MediaProbe(
                "memory",
                rate.timeUs(frames.size()),
                Optional.of(new MediaProbe.Video(
                        "raw", first.widthPx(), first.heightPx(), rate, false, MediaProbe.Coding.PLAIN)),
                Optional.empty());
    }

    @Override
    public Optional<VideoFrame> nextFrame() {
        return next < frames.size() ? Optional.of(frames.get(next++)) : Optional.empty();
    }

    @Override
    public void seek(long presentationTimeUs) {
        next = 0;
        while (next < frames.size() && frames.get(next).presentationTimeUs() < presentationTimeUs) {
            next++;
        }
    }

    @Override
    public Optional<AudioSamples> readAudio(int sampleRateHz, int channels) {
        return Optional.empty();
    }

    @Override
    public Optional<SoundReader> sound(int sampleRateHz, int channels) {
        return Optional.empty();
    }

    @Override
    public void close() {}
}
