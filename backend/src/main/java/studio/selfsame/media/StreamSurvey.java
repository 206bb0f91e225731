package studio.selfsame.media;

import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avformat.av_guess_frame_rate;
import static org.bytedeco.ffmpeg.global.avformat.avformat_index_get_entries_count;
import static org.bytedeco.ffmpeg.global.avformat.avformat_index_get_entry;
import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.Arrays;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVIndexEntry;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVRational;

/**
 * What the packets of a stream say about its times, without decoding.
 *
 * @param durationUs from the container, or from the packets where the container is silent
 */
record StreamSurvey(FrameRate frameRate, boolean variableFrameRate, long durationUs) {
    private static final int SAMPLE = 300;
    private static final int MAX_RATE = 240;

    /** Reads packets of the demuxer, which afterwards stands somewhere inside the file. */
    static StreamSurvey of(Demuxer demuxer, AVStream stream) {
        long declaredUs = demuxer.declaredDurationUs();
        boolean declared = declaredUs > 0;
        long[] times = new long[SAMPLE];
        int count = 0;
        long firstUs = Long.MAX_VALUE;
        long lastUs = 0;
        AVPacket packet = av_packet_alloc();
        try {
            while ((count < SAMPLE || !declared) && demuxer.read(packet, lastUs)) {
                if (packet.stream_index() == stream.index() && packet.pts() != AV_NOPTS_VALUE) {
                    long timeUs = Ticks.toUs(packet.pts(), stream.time_base());
                    firstUs = Math.min(firstUs, timeUs);
                    lastUs = Math.max(lastUs, timeUs);
                    if (count < SAMPLE) {
                        times[count++] = timeUs;
                    }
                }
                av_packet_unref(packet);
            }
        } finally {
            av_packet_free(packet);
        }
        // The reorder window of the last sampled packets is not complete: leave it out.
        long[] steps = steps(Arrays.copyOf(times, count), count == SAMPLE ? 16 : 0);
        boolean variable = isUneven(steps);
        FrameRate rate = variable ? average(steps) : declaredRate(demuxer, stream, steps);
        long durationUs = declared ? declaredUs : Math.max(0, lastUs - firstUs) + rate.timeUs(1);
        return new StreamSurvey(rate, variable, durationUs);
    }

    /** Whether the container's index points behind the end of the file. */
    static boolean isCutShort(AVStream stream, SeekableByteChannel channel) throws IOException {
        int entries = avformat_index_get_entries_count(stream);
        if (entries == 0) {
            return false;
        }
        AVIndexEntry last = avformat_index_get_entry(stream, entries - 1);
        return last.pos() + last.size() > channel.size();
    }

    private static long[] steps(long[] times, int leaveOut) {
        Arrays.sort(times);
        long[] steps = new long[Math.max(0, times.length - 1 - leaveOut)];
        for (int i = 0; i < steps.length; i++) {
            steps[i] = times[i + 1] - times[i];
        }
        return steps;
    }

    // Coarse clocks (Matroska counts milliseconds) alone move a time by up to a millisecond.
    private static boolean isUneven(long[] steps) {
        if (steps.length < 2) {
            return false;
        }
        long median = Arrays.stream(steps).sorted().toArray()[steps.length / 2];
        return Arrays.stream(steps).anyMatch(step -> Math.abs(step - median) > 2_000);
    }

    private static FrameRate average(long[] steps) {
        long meanUs = Math.max(1_000_000 / MAX_RATE, Arrays.stream(steps).sum() / steps.length);
        return new FrameRate((int) Math.max(1, Math.round(1000 * 1e6 / meanUs)), 1000);
    }

    private static FrameRate declaredRate(Demuxer demuxer, AVStream stream, long[] steps) {
        try (AVRational rate = av_guess_frame_rate(demuxer.context(), stream, null)) {
            boolean plausible = rate.num() > 0 && rate.den() > 0 && rate.num() <= (long) MAX_RATE * rate.den();
            if (plausible) {
                return new FrameRate(rate.num(), rate.den());
            }
        }
        return steps.length == 0 ? new FrameRate(25, 1) : average(steps);
    }
}
