package studio.selfsame.media;

import java.util.Optional;

/**
 * What a file says about itself, checked against what its streams really hold.
 *
 * @param video absent in an audio-only file
 * @param audio absent in a silent file
 */
public record MediaProbe(String container, long durationUs, Optional<Video> video, Optional<Audio> audio) {
    /**
     * @param frameRate where frames are not evenly spaced, their mean over the whole file
     * @param variableFrameRate true when frame times are not evenly spaced
     */
    public record Video(
            String codec, int widthPx, int heightPx, FrameRate frameRate, boolean variableFrameRate, Coding coding) {}

    /**
     * What is lost when a picture is read as 8-bit progressive SDR, as the reader gives it.
     *
     * @param bitDepth of luma
     * @param highDynamicRange transfer by PQ or HLG (ITU-R BT.2100)
     * @param interlaced the first picture holds two fields
     */
    public record Coding(int bitDepth, boolean highDynamicRange, boolean interlaced) {
        /** Nothing. */
        public static final Coding PLAIN = new Coding(8, false, false);
    }

    public record Audio(String codec, int sampleRateHz, int channels) {}
}
