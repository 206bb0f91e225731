package studio.selfsame.sealing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import studio.selfsame.media.AudioSamples;
import studio.selfsame.media.Media;
import studio.selfsame.media.MediaWriter;
import studio.selfsame.media.PicturesBehind;
import studio.selfsame.sealing.label.Label;
import studio.selfsame.watermark.Payload;
import studio.selfsame.watermark.PictureEmbedder;
import studio.selfsame.watermark.PictureFingerprint;
import studio.selfsame.watermark.PictureFingerprinter;
import studio.selfsame.watermark.PictureFormat;
import studio.selfsame.watermark.WatermarkEmbedder;
import studio.selfsame.watermark.WatermarkKey;
import studio.selfsame.work.WorkMonitor;

/** Encodes a render with its label in every picture and its mark in picture and sound. */
final class DisclosedVideo {
    private static final double QUALITY = 0.8;
    private static final int WIDE_SOUND_HZ = 32_000;
    private static final int WIDE_BIT_RATE = 128_000;
    private static final int NARROW_BIT_RATE = 64_000;

    /** For a manifest, that credentials of a recording are not carried in. */
    private static final int MANIFEST_BYTES = 65_536;

    private final Media media;
    private final WatermarkKey key;
    private final WorkMonitor monitor;

    DisclosedVideo(Media media, WatermarkKey key, WorkMonitor monitor) {
        this.media = media;
        this.key = key;
        this.monitor = monitor;
    }

    /**
     * What went to the encoder.
     *
     * @param print of its pictures
     * @param illegible the first picture in which the label could not be read; none is as it must be
     */
    record Drawn(PictureFingerprint print, OptionalInt illegible) {}

    /**
     * Writes an MP4 that still lacks its credentials.
     *
     * @param tags metadata by key
     */
    Drawn write(Undisclosed render, Label label, Payload payload, Map<String, String> tags, Path file)
            throws IOException {
        AudioSamples sound = render.sound();
        var room = new Media.Room(render.frames(), sound.frames(), MANIFEST_BYTES);
        try (MediaWriter writer = media.createMp4(file, picture(render), format(sound), tags, Optional.of(room))) {
            var marker = WatermarkEmbedder.create(key, payload);
            Drawn drawn;
            try (PicturesBehind encoding = new PicturesBehind(writer);
                    MarkedSound words = new MarkedSound(sound, marker, writer, monitor)) {
                var pictures = marker.picture(PictureFormat.of(render.widthPx(), render.heightPx()));
                drawn = writePictures(render, label, pictures, words, encoding);
                words.finish();
                encoding.finish();
            }
            writer.finish();
            return drawn;
        }
    }

    private Drawn writePictures(
            Undisclosed render, Label label, PictureEmbedder embedder, MarkedSound sound, PicturesBehind encoding)
            throws IOException {
        int[] done = {0};
        int[] illegible = {-1};
        var printer = PictureFingerprinter.create(PictureFormat.of(render.widthPx(), render.heightPx()));
        render.pictures().forEach(frame -> {
            monitor.checkCancelled();
            sound.accompany(frame.presentationTimeUs());
            label.draw(frame);
            embedder.mark(frame.y(), frame.presentationTimeUs());
            encoding.write(frame);
            printer.accept(frame.y(), frame.presentationTimeUs());
            if (illegible[0] < 0 && label.contrastOn(frame) < Label.LEAST_CONTRAST) {
                illegible[0] = done[0];
            }
            if (++done[0] % 25 == 0) {
                monitor.progress("labelling and marking", 0.6 * done[0] / render.frames(), Map.of());
            }
        });
        embedder.finish();
        if (done[0] != render.frames()) {
            throw new IOException("the render has " + done[0] + " pictures instead of " + render.frames());
        }
        return new Drawn(printer.finish(), illegible[0] < 0 ? OptionalInt.empty() : OptionalInt.of(illegible[0]));
    }

    /** How the pictures are encoded. */
    static Media.Picture picture(Undisclosed render) {
        return new Media.Picture(render.widthPx(), render.heightPx(), render.frameRate(), QUALITY);
    }

    /** How the sound is encoded; empty where there is none. */
    static Optional<Media.Sound> format(AudioSamples sound) {
        if (sound.frames() == 0) {
            return Optional.empty();
        }
        int bitRate = sound.sampleRateHz() >= WIDE_SOUND_HZ ? WIDE_BIT_RATE : NARROW_BIT_RATE;
        return Optional.of(new Media.Sound(sound.sampleRateHz(), sound.channels(), bitRate));
    }
}
