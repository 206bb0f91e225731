package studio.selfsame.media;

import static org.bytedeco.ffmpeg.global.avformat.avio_alloc_context;
import static org.bytedeco.ffmpeg.global.avformat.avio_context_free;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EXTERNAL;
import static org.bytedeco.ffmpeg.global.avutil.av_free;
import static org.bytedeco.ffmpeg.global.avutil.av_malloc;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.Write_packet_Pointer_BytePointer_int;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.LongPointer;
import org.bytedeco.javacpp.Pointer;
import org.jspecify.annotations.Nullable;

/** Lets FFmpeg write to a Java stream, which is the caller's to close. */
final class StreamOutput implements AutoCloseable {
    private static final int BUFFER_BYTES = 1 << 16;

    // One callback object for all, as in ChannelInput.
    private static final Map<Long, StreamOutput> OPEN = new ConcurrentHashMap<>();
    private static final AtomicLong NEXT = new AtomicLong();
    private static final Write_packet_Pointer_BytePointer_int WRITE = new Write_packet_Pointer_BytePointer_int() {
        @Override
        public int call(Pointer opaque, BytePointer buffer, int size) {
            return Objects.requireNonNull(OPEN.get(new LongPointer(opaque).get()))
                    .write(buffer, size);
        }
    };

    private final OutputStream out;
    private final LongPointer id = new LongPointer(1).put(NEXT.incrementAndGet());
    private final AVIOContext context;
    private final byte[] copy = new byte[BUFFER_BYTES];
    private @Nullable Exception failure;

    StreamOutput(OutputStream out) {
        this.out = out;
        OPEN.put(id.get(), this);
        context = avio_alloc_context(new BytePointer(av_malloc(BUFFER_BYTES)), BUFFER_BYTES, 1, id, null, WRITE, null);
        context.seekable(0);
    }

    AVIOContext context() {
        return context;
    }

    private int write(BytePointer buffer, int size) {
        try {
            for (int done = 0; done < size; done += copy.length) {
                int part = Math.min(copy.length, size - done);
                buffer.position(done).get(copy, 0, part);
                out.write(copy, 0, part);
            }
            return size;
        } catch (IOException | RuntimeException e) {
            failure = e;
            return AVERROR_EXTERNAL;
        }
    }

    /** Tells a failure of the stream, which could not be thrown through native code. */
    void rethrow() {
        if (failure != null) {
            throw MediaProblems.cannotWrite(failure);
        }
    }

    @Override
    public void close() {
        OPEN.remove(id.get());
        av_free(context.buffer());
        avio_context_free(context);
        id.close();
    }
}
