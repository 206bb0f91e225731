package studio.selfsame.media;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** MP4 with its index in front. Written beside its destination and moved there when it is complete. */
final class Mp4Writer implements MediaWriter {
    /** Of an index without pictures and sound. */
    private static final int BARE_INDEX_BYTES = 16_384;
    /**
     * A picture, or a packet of sound, has at most a duration (8 bytes), an offset of its composition (8), a size (4), a place
     * among the key pictures (4), and a chunk of its own (12 and 8).
     */
    private static final int ENTRY_BYTES = 44;

    private static final int SOUND_PACKET_FRAMES = 1024;

    private final HalfWritten half;
    private final Muxer muxer;
    private @Nullable PictureFeed pictures;
    private @Nullable SoundFeed sound;
    private boolean closed;

    Mp4Writer(
            Path file,
            Media.Picture picture,
            Optional<Media.Sound> sound,
            Map<String, String> tags,
            Optional<Media.Room> room) {
        NativeLog.redirect();
        if (picture.widthPx() % 2 != 0 || picture.heightPx() % 2 != 0) {
            throw new IllegalArgumentException("odd picture size: " + picture);
        }
        half = new HalfWritten(file);
        muxer = new Muxer("mp4", half.url());
        try {
            boolean globalHeader = muxer.wantsGlobalHeader();
            pictures = new PictureFeed(new StreamEncoder(Encoders.h264(picture, globalHeader), muxer));
            this.sound = sound.map(s -> new SoundFeed(new StreamEncoder(Encoders.aac(s, globalHeader), muxer), s))
                    .orElse(null);
            tags.forEach(muxer::tag);
            muxer.begin(
                    half.open(),
                    "movflags",
                    (room.isEmpty() ? "+faststart" : "-faststart") + (tags.isEmpty() ? "" : "+use_metadata_tags"),
                    "moov_size",
                    String.valueOf(room.map(kept -> bytesInFront(kept, tags)).orElse(0L)),
                    "brand",
                    "isom");
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private static long bytesInFront(Media.Room room, Map<String, String> tags) {
        long entries = room.pictures() + room.soundFrames() / SOUND_PACKET_FRAMES + 4;
        long texts = tags.entrySet().stream()
                .mapToLong(tag -> tag.getKey().length() + tag.getValue().getBytes(StandardCharsets.UTF_8).length)
                .sum();
        return BARE_INDEX_BYTES + entries * ENTRY_BYTES + texts + room.bytes();
    }

    @Override
    public Runnable take(VideoFrame frame) {
        return open(pictures).take(frame);
    }

    @Override
    public void write(AudioSamples samples) {
        if (sound == null && !closed) {
            throw new IllegalArgumentException("this file was opened without sound");
        }
        open(sound).write(samples);
    }

    private <T> T open(@Nullable T feed) {
        if (feed == null || closed) {
            throw new IllegalStateException("the file is complete");
        }
        return feed;
    }

    @Override
    public void finish() {
        open(pictures).end();
        if (sound != null) {
            sound.end();
        }
        muxer.end();
        half.complete();
        close();
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        if (pictures != null) {
            pictures.close();
        }
        if (sound != null) {
            sound.close();
        }
        muxer.close();
        half.close();
    }
}
