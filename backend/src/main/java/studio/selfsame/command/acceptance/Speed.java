package studio.selfsame.command.acceptance;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import studio.selfsame.watermark.PictureEmbedder;
import studio.selfsame.watermark.PictureFormat;
import studio.selfsame.watermark.Search;
import studio.selfsame.watermark.WatermarkEmbedder;

/**
 * Marking and looking on one core, each beside a plain transcode of the same material in the same run. Nothing else of the
 * bench runs meanwhile.
 */
final class Speed {
    private static final int WIDTH = 1920;
    private static final int HEIGHT = 1080;
    private static final int IN_MEMORY = 12;
    private static final int WARM_UP = 24;

    private final boolean quick;
    private final List<Measure> measures = new ArrayList<>();
    private final Map<String, Object> details;

    /** @param quick leaves the full search out */
    Speed(boolean quick, Map<String, Object> details) {
        this.quick = quick;
        this.details = details;
    }

    /** @param clip unmarked, 1920×1080, ten seconds */
    List<Measure> picture(Clip clip) throws IOException {
        double transcode = seconds(List.of(
                        "-threads",
                        "1",
                        "-i",
                        clip.file().toString(),
                        "-c:v",
                        "libx264",
                        "-crf",
                        "23",
                        "-threads",
                        "1",
                        "-f",
                        "null",
                        "-"))
                / clip.frames();
        double embed = embed();
        measures.add(Measure.ceiling("embed, 1080p frame, one core", 1000 * embed, "ms", 8));
        detail("plain x264 transcode, 1080p frame, ms", 1000 * transcode);
        detail("embed / plain transcode", embed / transcode);
        look(clip, Search.COMMON, "common scales", 3, transcode);
        if (!quick) {
            look(clip, Search.FULL, "full search", 30, transcode);
        }
        return measures;
    }

    private void look(Clip clip, Search search, String name, double target, double transcode) throws IOException {
        double seconds =
                Reading.picture(clip.file(), List.of(BenchKeys.right()), search).seconds()
                        * Track.SECONDS
                        / clip.seconds();
        measures.add(Measure.ceiling("detect, 10 s of 1080p without a mark, " + name, seconds, "s", target));
        detail("detect, " + name + " / plain transcode", seconds / (transcode * Track.SECONDS * Clip.FPS));
    }

    private static double embed() {
        List<byte[]> frames = new ArrayList<>();
        Scene scene = new PanScene(WIDTH, HEIGHT);
        BufferedImage canvas = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_3BYTE_BGR);
        byte[] bgr = ((DataBufferByte) canvas.getRaster().getDataBuffer()).getData();
        for (int frame = 0; frame < IN_MEMORY; frame++) {
            scene.paint(canvas, frame);
            byte[] luma = new byte[WIDTH * HEIGHT];
            for (int i = 0; i < luma.length; i++) {
                luma[i] = (byte) (16 + (bgr[3 * i + 1] & 0xff) * 219 / 255);
            }
            frames.add(luma);
        }
        PictureEmbedder embedder = WatermarkEmbedder.create(BenchKeys.right(), BenchKeys.id("speed"))
                .picture(PictureFormat.of(WIDTH, HEIGHT));
        long nanos = 0;
        int timed = 0;
        for (int frame = 0; frame < WARM_UP + 2 * IN_MEMORY; frame++) {
            byte[] luma = frames.get(frame % IN_MEMORY).clone();
            long begun = System.nanoTime();
            embedder.mark(luma, frame * 1_000_000L / Clip.FPS);
            if (frame >= WARM_UP) {
                nanos += System.nanoTime() - begun;
                timed++;
            }
        }
        return nanos / 1e9 / timed;
    }

    List<Measure> sound(Track track) throws IOException {
        double encode =
                seconds(List.of("-i", track.file().toString(), "-c:a", "aac", "-threads", "1", "-f", "null", "-"));
        float[] samples = Samples.read(track.file(), Track.RATE_HZ);
        float[] narrow = Samples.read(track.file(), Reading.SOUND_RATE_HZ);
        Marked.marked(samples, BenchKeys.id("speed"));
        long begun = System.nanoTime();
        Marked.marked(samples, BenchKeys.id("speed"));
        double embed = (System.nanoTime() - begun) / 1e9;
        Reading.sound(narrow, List.of(BenchKeys.right()), Search.COMMON);
        double common =
                Reading.sound(narrow, List.of(BenchKeys.right()), Search.COMMON).seconds();
        double full =
                Reading.sound(narrow, List.of(BenchKeys.right()), Search.FULL).seconds();
        detail("plain AAC encode, times real time", Track.SECONDS / encode);
        detail("detect sound without a mark, full search, times real time", Track.SECONDS / full);
        return List.of(
                Measure.floor("embed sound, one core", Track.SECONDS / embed, "x", 100),
                Measure.floor("detect sound without a mark, one core", Track.SECONDS / common, "x", 100));
    }

    private void detail(String name, double value) {
        details.put(name, String.format(Locale.ROOT, "%.2f", value));
    }

    private static double seconds(List<String> arguments) throws IOException {
        long begun = System.nanoTime();
        Ffmpeg.run(arguments);
        return (System.nanoTime() - begun) / 1e9;
    }
}
