package studio.selfsame.sealing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import studio.selfsame.media.AudioSamples;
import studio.selfsame.media.Media;
import studio.selfsame.media.MediaWriter;
import studio.selfsame.media.PicturesBehind;
import studio.selfsame.rendering.UnsealedRender;
import studio.selfsame.sealing.label.Label;
import studio.selfsame.watermark.Payload;
import studio.selfsame.watermark.PictureFormat;
import studio.selfsame.watermark.SoundFormat;
import studio.selfsame.watermark.WatermarkEmbedder;
import studio.selfsame.watermark.WatermarkKey;
import studio.selfsame.work.WorkMonitor;

/** Encodes a render with its label in every picture and its mark in picture and sound. */
final class DisclosedVideo {
    private static final double QUALITY = 0.8;
    private static final int WIDE_SOUND_HZ = 32_000;
    private static final int WIDE_BIT_RATE = 128_000;
    private static final int NARROW_BIT_RATE = 64_000;
    /** A second of sound at a time, so that the encoder interleaves it with the pictures. */
    private static final int SECONDS_AT_ONCE = 1;

    private final Media media;
    private final WatermarkKey key;
    private final WorkMonitor monitor;

    DisclosedVideo(Media media, WatermarkKey key, WorkMonitor monitor) {
        this.media = media;
        this.key = key;
        this.monitor = monitor;
    }

    /** Writes an MP4 that still lacks its credentials. */
    void write(UnsealedRender render, Label label, Payload payload, Path file) throws IOException {
        AudioSamples sound = render.sound();
        var picture = new Media.Picture(render.widthPx(), render.heightPx(), render.frameRate(), QUALITY);
        try (MediaWriter writer = media.createMp4(file, picture, format(sound))) {
            if (sound.frames() > 0) {
                writeSound(sound, payload, writer);
            }
            writePictures(render, label, payload, writer);
            writer.finish();
        }
    }

    private void writePictures(UnsealedRender render, Label label, Payload payload, MediaWriter writer)
            throws IOException {
        var embedder =
                WatermarkEmbedder.create(key, payload).picture(PictureFormat.of(render.widthPx(), render.heightPx()));
        int[] done = {0};
        try (PicturesBehind encoding = new PicturesBehind(writer)) {
            render.pictures().forEach(frame -> {
                monitor.checkCancelled();
                label.draw(frame);
                embedder.mark(frame.y(), frame.presentationTimeUs());
                encoding.write(frame);
                if (++done[0] % 25 == 0) {
                    monitor.progress("labelling and marking", 0.6 * done[0] / render.frames(), Map.of());
                }
            });
            encoding.finish();
        }
        embedder.finish();
        if (done[0] != render.frames()) {
            throw new IOException("the render has " + done[0] + " pictures instead of " + render.frames());
        }
    }

    private void writeSound(AudioSamples sound, Payload payload, MediaWriter writer) {
        var embedder =
                WatermarkEmbedder.create(key, payload).sound(new SoundFormat(sound.sampleRateHz(), sound.channels()));
        int step = SECONDS_AT_ONCE * sound.sampleRateHz() * sound.channels();
        float[] all = sound.interleaved();
        for (int at = 0; at < all.length; at += step) {
            monitor.checkCancelled();
            float[] some = Arrays.copyOfRange(all, at, Math.min(at + step, all.length));
            write(sound, embedder.mark(some), writer);
        }
        write(sound, embedder.finish(), writer);
    }

    private static void write(AudioSamples format, float[] marked, MediaWriter writer) {
        if (marked.length > 0) {
            writer.write(new AudioSamples(format.sampleRateHz(), format.channels(), marked));
        }
    }

    private static Optional<Media.Sound> format(AudioSamples sound) {
        if (sound.frames() == 0) {
            return Optional.empty();
        }
        int bitRate = sound.sampleRateHz() >= WIDE_SOUND_HZ ? WIDE_BIT_RATE : NARROW_BIT_RATE;
        return Optional.of(new Media.Sound(sound.sampleRateHz(), sound.channels(), bitRate));
    }
}
