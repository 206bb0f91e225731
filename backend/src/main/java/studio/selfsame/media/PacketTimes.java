package studio.selfsame.media;

import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_DISCARD;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;

import java.util.Arrays;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;

/** Presentation times of one stream's packets, as far as they were read. */
final class PacketTimes {
    private static final int FIRST_ROOM = 512;

    private final Demuxer demuxer;
    private final AVStream stream;
    private long[] times = new long[FIRST_ROOM];
    private int count;
    private long lastUs;

    PacketTimes(Demuxer demuxer, AVStream stream) {
        this.demuxer = demuxer;
        this.stream = stream;
    }

    /** Reads on until so many are known; true at the end of the file. */
    boolean read(int most) {
        AVPacket packet = av_packet_alloc();
        try {
            while (count < most) {
                if (!demuxer.read(packet, lastUs)) {
                    return true;
                }
                if (packet.stream_index() == stream.index()
                        && packet.pts() != AV_NOPTS_VALUE
                        && (packet.flags() & AV_PKT_FLAG_DISCARD) == 0) {
                    add(Ticks.toUs(packet.pts(), stream.time_base()));
                }
                av_packet_unref(packet);
            }
            return false;
        } finally {
            av_packet_free(packet);
        }
    }

    private void add(long timeUs) {
        if (count == times.length) {
            times = Arrays.copyOf(times, 2 * count);
        }
        times[count++] = timeUs;
        lastUs = Math.max(lastUs, timeUs);
    }

    long[] sorted() {
        long[] sorted = Arrays.copyOf(times, count);
        Arrays.sort(sorted);
        return sorted;
    }

    /** In presentation order, the first at 0. */
    long[] fromZero() {
        long[] sorted = sorted();
        return Arrays.stream(sorted).map(time -> time - sorted[0]).toArray();
    }

    /** From the first to the last. */
    long spanUs() {
        return count == 0 ? 0 : lastUs - Arrays.stream(times, 0, count).min().getAsLong();
    }
}
