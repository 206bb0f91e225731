package studio.selfsame.media;

import static org.bytedeco.ffmpeg.global.avutil.av_rescale_q;

import org.bytedeco.ffmpeg.avutil.AVRational;

/** Times between a stream's own clock and microseconds. */
final class Ticks {
    private static final int US_PER_SECOND = 1_000_000;

    private Ticks() {}

    static long toUs(long ticks, AVRational base) {
        try (AVRational us = rational(1, US_PER_SECOND)) {
            return av_rescale_q(ticks, base, us);
        }
    }

    static long fromUs(long timeUs, AVRational base) {
        try (AVRational us = rational(1, US_PER_SECOND)) {
            return av_rescale_q(timeUs, us, base);
        }
    }

    static AVRational rational(int numerator, int denominator) {
        return new AVRational().num(numerator).den(denominator);
    }
}
