package studio.selfsame.media;

import static org.bytedeco.ffmpeg.global.avformat.AVIO_FLAG_WRITE;
import static org.bytedeco.ffmpeg.global.avformat.avio_closep;
import static org.bytedeco.ffmpeg.global.avformat.avio_open;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;
import org.bytedeco.ffmpeg.avformat.AVIOContext;

/** A file that is written beside its destination and moved there when it is complete. */
final class HalfWritten implements AutoCloseable {
    private final Path file;
    private final Path half;
    private final AVIOContext sink = new AVIOContext(null);

    HalfWritten(Path file) {
        this.file = file.toAbsolutePath();
        half = this.file.resolveSibling(UUID.randomUUID() + ".part");
    }

    /** For FFmpeg, which must not take it for the name of a protocol. */
    String url() {
        return "file:" + half;
    }

    AVIOContext open() {
        int opened = avio_open(sink, url(), AVIO_FLAG_WRITE);
        if (opened < 0) {
            throw MediaProblems.cannotWrite(MediaProblems.code("create", opened));
        }
        return sink;
    }

    void complete() {
        if (avio_closep(sink) < 0) {
            throw MediaProblems.cannotWrite(null);
        }
        try {
            Files.move(half, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw MediaProblems.cannotWrite(e);
        }
    }

    @Override
    public void close() {
        if (!sink.isNull()) {
            avio_closep(sink);
        }
        try {
            Files.deleteIfExists(half);
        } catch (IOException e) {
            throw MediaProblems.cannotWrite(e);
        }
    }
}
