package studio.selfsame.media;

import static org.bytedeco.ffmpeg.global.avformat.AVSEEK_FORCE;
import static org.bytedeco.ffmpeg.global.avformat.AVSEEK_SIZE;
import static org.bytedeco.ffmpeg.global.avformat.avio_alloc_context;
import static org.bytedeco.ffmpeg.global.avformat.avio_context_free;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EXTERNAL;
import static org.bytedeco.ffmpeg.global.avutil.av_free;
import static org.bytedeco.ffmpeg.global.avutil.av_malloc;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.Read_packet_Pointer_BytePointer_int;
import org.bytedeco.ffmpeg.avformat.Seek_Pointer_long_int;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.LongPointer;
import org.bytedeco.javacpp.Pointer;
import org.jspecify.annotations.Nullable;

/**
 * Lets FFmpeg read a Java channel. Several inputs may share one channel on one thread: each keeps its own position. The
 * channel is the caller's to close.
 */
final class ChannelInput implements AutoCloseable {
    private static final int BUFFER_BYTES = 1 << 16;
    private static final int SEEK_SET = 0;
    private static final int SEEK_CUR = 1;
    private static final int SEEK_END = 2;

    // One callback object for all inputs, because JavaCPP makes only a few native entry points for each callback type.
    private static final Map<Long, ChannelInput> OPEN = new ConcurrentHashMap<>();
    private static final AtomicLong NEXT = new AtomicLong();
    private static final Read_packet_Pointer_BytePointer_int READ = new Read_packet_Pointer_BytePointer_int() {
        @Override
        public int call(Pointer opaque, BytePointer buffer, int size) {
            return of(opaque).read(buffer, size);
        }
    };
    private static final Seek_Pointer_long_int SEEK = new Seek_Pointer_long_int() {
        @Override
        public long call(Pointer opaque, long offset, int whence) {
            return of(opaque).seek(offset, whence);
        }
    };

    private final SeekableByteChannel channel;
    private final LongPointer id = new LongPointer(1).put(NEXT.incrementAndGet());
    private final AVIOContext context;
    private long position;
    private @Nullable Throwable failure;

    ChannelInput(SeekableByteChannel channel) {
        this.channel = channel;
        OPEN.put(id.get(), this);
        context = avio_alloc_context(new BytePointer(av_malloc(BUFFER_BYTES)), BUFFER_BYTES, 0, id, READ, null, SEEK);
    }

    private static ChannelInput of(Pointer opaque) {
        return Objects.requireNonNull(OPEN.get(new LongPointer(opaque).get()));
    }

    AVIOContext context() {
        return context;
    }

    /** Why the channel itself failed, if it did: such a failure is not the file's fault. */
    @Nullable Throwable failure() {
        return failure;
    }

    // Nothing may be thrown through native code: failures are kept and told afterwards.
    private int read(BytePointer buffer, int size) {
        try {
            channel.position(position);
            int count = channel.read(buffer.capacity(size).asByteBuffer());
            if (count <= 0) {
                return AVERROR_EOF;
            }
            position += count;
            return count;
        } catch (IOException | RuntimeException e) {
            failure = e;
            return AVERROR_EXTERNAL;
        }
    }

    private long seek(long offset, int whence) {
        try {
            long base = switch (whence & ~AVSEEK_FORCE) {
                case SEEK_SET -> 0;
                case SEEK_CUR -> position;
                case SEEK_END -> channel.size();
                default -> -1;
            };
            if ((whence & AVSEEK_SIZE) != 0) {
                return channel.size();
            }
            if (base < 0 || base + offset < 0) {
                return AVERROR_EXTERNAL;
            }
            position = base + offset;
            return position;
        } catch (IOException | RuntimeException e) {
            failure = e;
            return AVERROR_EXTERNAL;
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
