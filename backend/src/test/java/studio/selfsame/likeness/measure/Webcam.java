package studio.selfsame.likeness.measure;

import java.util.Optional;
import java.util.Random;
import studio.selfsame.media.AudioSamples;
import studio.selfsame.media.MediaProbe;
import studio.selfsame.media.MediaReader;
import studio.selfsame.media.SoundReader;
import studio.selfsame.media.VideoFrame;

/**
 * A recording as a cheap camera in a dim, warm room would have filmed it: another part of the picture, small and soft,
 * dark, yellowish, and grainy. Silent. The same frame is always degraded alike.
 */
public final class Webcam implements MediaReader {
    private static final double LEFT = 0.12;
    private static final double TOP = 0.06;
    private static final double SIDE = 0.8;
    private static final double CONTRAST = 0.62;
    private static final double BRIGHTER = 6;
    private static final double BLUER = -8;
    private static final double REDDER = 7;
    private static final double GRAIN = 4;
    private static final double COLOUR_GRAIN = 2;

    private final MediaReader filmed;
    private final int sizePx;

    /** @param sizePx side of the square picture, even */
    public Webcam(MediaReader filmed, int sizePx) {
        this.filmed = filmed;
        this.sizePx = sizePx;
    }

    @Override
    public MediaProbe probe() {
        MediaProbe probe = filmed.probe();
        return new MediaProbe(
                probe.container(),
                probe.durationUs(),
                probe.video()
                        .map(video -> new MediaProbe.Video(
                                video.codec(), sizePx, sizePx, video.frameRate(), false, MediaProbe.Coding.PLAIN)),
                Optional.empty());
    }

    @Override
    public Optional<VideoFrame> nextFrame() {
        return filmed.nextFrame().map(this::degraded);
    }

    private VideoFrame degraded(VideoFrame frame) {
        Random random = new Random(frame.presentationTimeUs());
        int w = frame.widthPx();
        int h = frame.heightPx();
        int cw = frame.chromaWidthPx();
        int ch = frame.chromaHeightPx();
        return new VideoFrame(
                sizePx,
                sizePx,
                frame.presentationTimeUs(),
                plane(frame.y(), w, h, sizePx, 16, CONTRAST, BRIGHTER, GRAIN, random),
                plane(frame.u(), cw, ch, sizePx / 2, 128, 1, BLUER, COLOUR_GRAIN, random),
                plane(frame.v(), cw, ch, sizePx / 2, 128, 1, REDDER, COLOUR_GRAIN, random));
    }

    /** Each pixel the mean of a square of twice its side. */
    private static byte[] plane(
            byte[] of, int w, int h, int n, int black, double contrast, double add, double grain, Random random) {
        byte[] out = new byte[n * n];
        double step = SIDE * w / n;
        int wide = (int) Math.ceil(2 * step);
        for (int i = 0; i < out.length; i++) {
            int left = (int) Math.round(LEFT * w + (i % n + 0.5) * step - wide / 2.0);
            int top = (int) Math.round(TOP * h + (i / n + 0.5) * step - wide / 2.0);
            double sum = 0;
            for (int k = 0; k < wide * wide; k++) {
                int x = Math.clamp(left + k % wide, 0, w - 1);
                int y = Math.clamp(top + k / wide, 0, h - 1);
                sum += of[y * w + x] & 0xff;
            }
            double value = black + (sum / (wide * wide) - black) * contrast + add + grain * random.nextGaussian();
            out[i] = (byte) Math.clamp(Math.round(value), 16, 240);
        }
        return out;
    }

    @Override
    public void seek(long presentationTimeUs) {
        filmed.seek(presentationTimeUs);
    }

    @Override
    public Optional<AudioSamples> readAudio(int sampleRateHz, int channels) {
        return Optional.empty();
    }

    @Override
    public Optional<SoundReader> sound(int sampleRateHz, int channels) {
        return Optional.empty();
    }

    @Override
    public void close() {
        filmed.close();
    }
}
