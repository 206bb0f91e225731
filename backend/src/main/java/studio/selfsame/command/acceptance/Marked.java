package studio.selfsame.command.acceptance;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import studio.selfsame.watermark.Payload;
import studio.selfsame.watermark.PictureEmbedder;
import studio.selfsame.watermark.PictureFormat;
import studio.selfsame.watermark.SoundEmbedder;
import studio.selfsame.watermark.SoundFormat;
import studio.selfsame.watermark.WatermarkEmbedder;

/**
 * A marked clip or track as it would leave a studio: what every attack starts from.
 *
 * @param file video: x264 at CRF 16; sound: WAV of 16 bits
 * @param plain what it was before
 * @param seconds of material
 */
record Marked(String name, Path file, Path plain, Payload id, int widthPx, int heightPx, int seconds) {

    /** @param quality gets every frame before and after, as they were before they were encoded */
    static Marked of(Clip clip, Quality quality) throws IOException {
        Payload id = BenchKeys.id(clip.name());
        Path file = clip.file().resolveSibling("marked-" + clip.file().getFileName());
        PictureEmbedder embedder = WatermarkEmbedder.create(BenchKeys.right(), id)
                .picture(PictureFormat.of(clip.widthPx(), clip.heightPx()));
        byte[] luma = new byte[clip.widthPx() * clip.heightPx()];
        byte[] chroma = new byte[luma.length / 2];
        String size = clip.widthPx() + "x" + clip.heightPx();
        try (Ffmpeg decoder = Ffmpeg.reading(List.of(List.of(
                        "-threads", "1", "-i", clip.file().toString(), "-f", "rawvideo", "-pix_fmt", "yuv420p", "-")));
                Ffmpeg encoder = Ffmpeg.writing(List.of(
                        "-f",
                        "rawvideo",
                        "-pix_fmt",
                        "yuv420p",
                        "-s",
                        size,
                        "-r",
                        "" + Clip.FPS,
                        "-i",
                        "-",
                        "-c:v",
                        "libx264",
                        "-preset",
                        "veryfast",
                        "-crf",
                        "16",
                        file.toString()));
                InputStream in = decoder.output();
                OutputStream out = encoder.input()) {
            for (int frame = 0; in.readNBytes(luma, 0, luma.length) == luma.length; frame++) {
                in.readNBytes(chroma, 0, chroma.length);
                byte[] before = luma.clone();
                embedder.mark(luma, frame * 1_000_000L / Clip.FPS);
                quality.add(before, luma, clip.widthPx());
                out.write(luma);
                out.write(chroma);
            }
            decoder.finish();
            encoder.finish();
        }
        return new Marked(clip.name(), file, clip.file(), id, clip.widthPx(), clip.heightPx(), clip.seconds());
    }

    static Marked of(Track track) throws IOException {
        Payload id = BenchKeys.id(track.name());
        Path file = track.file().resolveSibling("marked-" + track.file().getFileName());
        Samples.write(marked(Samples.read(track.file(), Track.RATE_HZ), id), file);
        return new Marked(track.name(), file, track.file(), id, 0, 0, Track.SECONDS);
    }

    static float[] marked(float[] plain, Payload id) {
        SoundEmbedder embedder =
                WatermarkEmbedder.create(BenchKeys.right(), id).sound(new SoundFormat(Track.RATE_HZ, 1));
        float[] head = embedder.mark(plain);
        float[] tail = embedder.finish();
        float[] marked = Arrays.copyOf(head, plain.length);
        System.arraycopy(tail, 0, marked, head.length, tail.length);
        return marked;
    }
}
