package studio.selfsame.media;

import java.io.OutputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** The door of the room: opens readers and writers. */
public interface Media {
    /** The room without a studio around it. */
    static Media alone() {
        return new FfmpegMedia();
    }

    /** At most so many pictures on from a key picture of an MP4 the next one comes: two seconds. */
    static int keyPictureEvery(FrameRate rate) {
        return (int) Math.max(1, Math.round(2 * rate.perSecond()));
    }

    MediaReader open(Path file);

    /** Reads from any random-access channel, e.g. the vault's decrypting one; the reader closes it. */
    MediaReader open(SeekableByteChannel channel);

    /**
     * The sound alone, the picture left untouched: for files whose picture kills its decoder. It begins at the zero of the
     * file's own clock; empty where there is no sound. The channel is the caller's to close, after the reader.
     */
    Optional<SoundReader> openSound(SeekableByteChannel channel, int sampleRateHz, int channels);

    /** H.264 (encoder by capability) and AAC in an MP4 with the index in front. Odd sizes are refused. */
    default MediaWriter createMp4(Path file, Picture picture, Optional<Sound> sound) {
        return createMp4(file, picture, sound, Map.of(), Optional.empty());
    }

    /**
     * The same with metadata of the whole file.
     *
     * @param tags texts by key, which stand in {@code moov/udta/meta} as Apple's keys have it
     * @param room kept free behind the index, which without it takes another pass over the file
     */
    MediaWriter createMp4(
            Path file, Picture picture, Optional<Sound> sound, Map<String, String> tags, Optional<Room> room);

    /**
     * Sound alone; what it is coded as follows the ending of the file: {@code .wav} and {@code .flac} hold 24 bits a sample,
     * {@code .m4a} AAC.
     *
     * @throws IllegalArgumentException for any other ending
     */
    MediaWriter createSound(Path file, Sound sound);

    /** Lossless, in Matroska, streamed: for sealed scratch that is decoded again. Picture only. */
    MediaWriter createLossless(OutputStream out, Picture picture);

    /** @param quality 0..1, about visually lossless at 0.8 */
    record Picture(int widthPx, int heightPx, FrameRate frameRate, double quality) {}

    /** @param bitRate of AAC, bits per second */
    record Sound(int sampleRateHz, int channels, int bitRate) {}

    /**
     * Bytes between the index of an MP4 and what it points at, for others to use.
     *
     * @param pictures how many will be written at most; more fail when the file is finished
     * @param soundFrames the same of sound
     * @param bytes that stay free at least
     */
    record Room(int pictures, long soundFrames, int bytes) {}
}
