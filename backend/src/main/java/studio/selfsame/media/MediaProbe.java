package studio.selfsame.media;

import java.util.Optional;

/**
 * What a file says about itself, checked against what its streams really hold.
 *
 * @param video absent in an audio-only file
 * @param audio absent in a silent file
 */
public record MediaProbe(String container, long durationUs, Optional<Video> video, Optional<Audio> audio) {
    /** @param variableFrameRate true when frame times are not evenly spaced */
    public record Video(String codec, int widthPx, int heightPx, FrameRate frameRate, boolean variableFrameRate) {}

    public record Audio(String codec, int sampleRateHz, int channels) {}
}
