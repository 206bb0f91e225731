package studio.selfsame.media;

import static org.bytedeco.ffmpeg.global.avformat.av_guess_frame_rate;
import static org.bytedeco.ffmpeg.global.avformat.avformat_index_get_entries_count;
import static org.bytedeco.ffmpeg.global.avformat.avformat_index_get_entry;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.Arrays;
import org.bytedeco.ffmpeg.avformat.AVIndexEntry;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVRational;

/**
 * What the packets of a stream say about its times, without decoding.
 *
 * @param frameRate where times are uneven, their mean
 * @param durationUs from the container, or from the packets where the container is silent
 * @param unevenTimesUs of all pictures, ascending from 0; empty where they are evenly spaced
 */
record StreamSurvey(FrameRate frameRate, long durationUs, long[] unevenTimesUs) {
    private static final int SAMPLE = 300;
    private static final int MAX_RATE = 240;
    /** The reorder window of the last sampled packets is not complete: it is left out. */
    private static final int REORDERED = 16;
    /** Of all pictures against their declared rate: more is no rounding. */
    private static final double ODD = 0.005;

    boolean variableFrameRate() {
        return unevenTimesUs.length > 0;
    }

    /** At which hardly any picture is left out: most of them follow each other as fast as this. */
    FrameRate evenRate() {
        if (!variableFrameRate()) {
            return frameRate;
        }
        long[] steps = steps(unevenTimesUs, 0);
        Arrays.sort(steps);
        return FrameRate.every(Math.max(1, steps[steps.length / 2])).usual();
    }

    /** Reads packets of the demuxer, which afterwards stands somewhere inside the file. */
    static StreamSurvey of(Demuxer demuxer, AVStream stream) {
        long declaredUs = demuxer.declaredDurationUs();
        PacketTimes times = new PacketTimes(demuxer, stream);
        boolean complete = times.read(declaredUs > 0 ? SAMPLE : Integer.MAX_VALUE);
        long[] steps = steps(times.sorted(), complete ? 0 : REORDERED);
        boolean variable = isUneven(steps) || isOdd(stream);
        if (variable) {
            times.read(Integer.MAX_VALUE);
            steps = steps(times.sorted(), 0);
            variable = isUneven(steps);
        }
        FrameRate rate = variable ? average(steps) : declaredRate(demuxer, stream, steps);
        long durationUs = declaredUs > 0 ? declaredUs : times.spanUs() + rate.timeUs(1);
        return new StreamSurvey(rate, durationUs, variable ? times.fromZero() : new long[0]);
    }

    /** Whether the container counts other pictures than its rate would have: it may be uneven behind the sample. */
    private static boolean isOdd(AVStream stream) {
        try (AVRational mean = stream.avg_frame_rate();
                AVRational base = stream.r_frame_rate()) {
            if (mean.num() <= 0 || mean.den() <= 0 || base.num() <= 0 || base.den() <= 0) {
                return false;
            }
            double ratio = (double) mean.num() * base.den() / mean.den() / base.num();
            return Math.abs(ratio - 1) > ODD;
        }
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
        return FrameRate.every(meanUs);
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
