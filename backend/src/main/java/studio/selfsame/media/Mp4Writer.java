package studio.selfsame.media;

import static org.bytedeco.ffmpeg.global.avformat.AVIO_FLAG_WRITE;
import static org.bytedeco.ffmpeg.global.avformat.avio_closep;
import static org.bytedeco.ffmpeg.global.avformat.avio_open;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.UUID;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.jspecify.annotations.Nullable;

/** MP4 with its index in front. Written beside its destination and moved there when it is complete. */
final class Mp4Writer implements MediaWriter {
    private final Path file;
    private final Path half;
    private final Muxer muxer;
    private final AVIOContext sink = new AVIOContext(null);
    private @Nullable PictureFeed pictures;
    private @Nullable SoundFeed sound;
    private boolean closed;

    Mp4Writer(Path file, Media.Picture picture, Optional<Media.Sound> sound) {
        NativeLog.redirect();
        if (picture.widthPx() % 2 != 0 || picture.heightPx() % 2 != 0) {
            throw new IllegalArgumentException("odd picture size: " + picture);
        }
        this.file = file.toAbsolutePath();
        half = this.file.resolveSibling(UUID.randomUUID() + ".part");
        muxer = new Muxer("mp4", "file:" + half);
        try {
            boolean globalHeader = muxer.wantsGlobalHeader();
            pictures = new PictureFeed(new StreamEncoder(Encoders.h264(picture, globalHeader), muxer));
            this.sound = sound.map(s -> new SoundFeed(new StreamEncoder(Encoders.aac(s, globalHeader), muxer), s))
                    .orElse(null);
            int opened = avio_open(sink, "file:" + half, AVIO_FLAG_WRITE);
            if (opened < 0) {
                throw MediaProblems.cannotWrite(MediaProblems.code("create", opened));
            }
            muxer.begin(sink, "movflags", "+faststart", "brand", "isom");
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    @Override
    public void write(VideoFrame frame) {
        open(pictures).write(frame);
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
        if (avio_closep(sink) < 0) {
            throw MediaProblems.cannotWrite(null);
        }
        try {
            Files.move(half, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw MediaProblems.cannotWrite(e);
        }
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
        if (!sink.isNull()) {
            avio_closep(sink);
        }
        muxer.close();
        try {
            Files.deleteIfExists(half);
        } catch (IOException e) {
            throw MediaProblems.cannotWrite(e);
        }
    }
}
