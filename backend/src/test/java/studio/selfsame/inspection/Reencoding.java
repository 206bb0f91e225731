package studio.selfsame.inspection;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import studio.selfsame.media.AudioSamples;
import studio.selfsame.media.Media;
import studio.selfsame.media.MediaReader;
import studio.selfsame.media.MediaWriter;
import studio.selfsame.media.VideoFrame;
import studio.selfsame.rendering.UnsealedRender;
import studio.selfsame.sealing.MarkKeys;
import studio.selfsame.watermark.Payload;
import studio.selfsame.watermark.PictureFormat;
import studio.selfsame.watermark.WatermarkEmbedder;

/** What others do to files. */
public final class Reencoding {
    private static final double MODEST = 0.4;

    private Reencoding() {}

    /** Half the size, encoded again at modest quality, everything but picture and sound gone. */
    static void halfSize(Media media, Path from, Path to) {
        try (MediaReader reader = media.open(from)) {
            var video = reader.probe().video().orElseThrow();
            AudioSamples sound = reader.readAudio(16_000, 1).orElseThrow();
            int width = video.widthPx() / 2;
            int height = video.heightPx() / 2;
            var picture = new Media.Picture(width, height, video.frameRate(), MODEST);
            try (MediaWriter writer = media.createMp4(to, picture, Optional.of(new Media.Sound(16_000, 1, 48_000)))) {
                for (Optional<VideoFrame> f = reader.nextFrame(); f.isPresent(); f = reader.nextFrame()) {
                    VideoFrame frame = f.get();
                    writer.write(new VideoFrame(
                            width,
                            height,
                            frame.presentationTimeUs(),
                            half(frame.y(), frame.widthPx(), width, height),
                            half(frame.u(), frame.chromaWidthPx(), width / 2, height / 2),
                            half(frame.v(), frame.chromaWidthPx(), width / 2, height / 2)));
                }
                writer.write(sound);
                writer.finish();
            }
        }
    }

    /** As if label, mark and credentials had been removed without a trace. */
    static Path unmarked(Media media, UnsealedRender render, Path file) throws IOException {
        AudioSamples sound = render.sound();
        var picture = new Media.Picture(render.widthPx(), render.heightPx(), render.frameRate(), MODEST);
        var format = new Media.Sound(sound.sampleRateHz(), sound.channels(), 48_000);
        try (MediaWriter writer = media.createMp4(file, picture, Optional.of(format))) {
            writer.write(sound);
            render.pictures().forEach(writer::write);
            writer.finish();
        }
        return file;
    }

    /** A presenter who was never sealed, under the mark of an output. */
    public static Path presenterMarkedAs(Media media, MarkKeys keys, String id, Path file) throws IOException {
        try (var bytes = Objects.requireNonNull(Reencoding.class.getResourceAsStream("/footage/ada_4s.mp4"))) {
            Files.copy(bytes, file);
        }
        Path marked = file.resolveSibling("marked-" + file.getFileName());
        try (MediaReader reader = media.open(file)) {
            var video = reader.probe().video().orElseThrow();
            var picture = new Media.Picture(video.widthPx(), video.heightPx(), video.frameRate(), MODEST);
            var embedder = WatermarkEmbedder.create(keys.all().getFirst(), Payload.ofHex(id))
                    .picture(PictureFormat.of(video.widthPx(), video.heightPx()));
            try (MediaWriter writer = media.createMp4(marked, picture, Optional.empty())) {
                for (Optional<VideoFrame> f = reader.nextFrame(); f.isPresent(); f = reader.nextFrame()) {
                    embedder.mark(f.get().y(), f.get().presentationTimeUs());
                    writer.write(f.get());
                }
                writer.finish();
            }
        }
        return marked;
    }

    /** The first frames of a presenter who was never sealed. */
    static Path glimpse(Media media, Path file) throws IOException {
        Path whole = file.resolveSibling("whole-" + file.getFileName());
        try (var bytes = Objects.requireNonNull(Reencoding.class.getResourceAsStream("/footage/ada_4s.mp4"))) {
            Files.copy(bytes, whole);
        }
        try (MediaReader reader = media.open(whole)) {
            var video = reader.probe().video().orElseThrow();
            var picture = new Media.Picture(video.widthPx(), video.heightPx(), video.frameRate(), MODEST);
            try (MediaWriter writer = media.createMp4(file, picture, Optional.empty())) {
                for (int i = 0; i < 15; i++) {
                    writer.write(reader.nextFrame().orElseThrow());
                }
                writer.finish();
            }
        }
        return file;
    }

    /** Four seconds of sound that was never sealed. */
    static Path hum(Media media, Path file) {
        int rateHz = 16_000;
        float[] hum = new float[4 * rateHz];
        for (int i = 0; i < hum.length; i++) {
            hum[i] = (float) (0.2 * Math.sin(2 * Math.PI * i * (200 + i / 400) / rateHz));
        }
        try (MediaWriter writer = media.createSound(file, new Media.Sound(rateHz, 1, 64_000))) {
            writer.write(new AudioSamples(rateHz, 1, hum));
            writer.finish();
        }
        return file;
    }

    private static byte[] half(byte[] plane, int stride, int width, int height) {
        byte[] small = new byte[width * height];
        for (int i = 0; i < small.length; i++) {
            int at = 2 * (i / width) * stride + 2 * (i % width);
            int sum = (plane[at] & 0xff)
                    + (plane[at + 1] & 0xff)
                    + (plane[at + stride] & 0xff)
                    + (plane[at + stride + 1] & 0xff);
            small[i] = (byte) ((sum + 2) / 4);
        }
        return small;
    }
}
