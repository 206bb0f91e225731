package studio.selfsame.watermark;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Marks real clips and looks for the mark in real files, with the system's {@code ffmpeg}; run by hand.
 *
 * <pre>
 * mark IN OUT [filter]      marks IN and writes it as H.264 at CRF 18
 * detect COMMON|FULL FILE…  tells what is found in each, and how long it took
 * </pre>
 */
final class PictureTrial {
    private static final WatermarkKey KEY = TestKeys.key(1);
    private static final Payload PAYLOAD = TestKeys.payload(7);

    private PictureTrial() {}

    private record Shape(int width, int height, double fps) {
        static Shape of(String file) throws IOException, InterruptedException {
            Process probe = new ProcessBuilder(List.of(
                                    "ffprobe -v error -select_streams v:0 -show_entries stream=width,height,r_frame_rate -of csv=p=0 "
                                            .split(" "))
                            .toArray(new String[0]))
                    .command(concat(
                            "ffprobe -v error -select_streams v:0 -show_entries stream=width,height,r_frame_rate -of csv=p=0",
                            file))
                    .start();
            String[] fields = new String(probe.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                    .trim()
                    .split("[,/\n]");
            probe.waitFor();
            return new Shape(
                    Integer.parseInt(fields[0]),
                    Integer.parseInt(fields[1]),
                    Double.parseDouble(fields[2]) / Double.parseDouble(fields[3]));
        }
    }

    private static List<String> concat(String words, String... more) {
        List<String> all = new ArrayList<>(List.of(words.split(" ")));
        all.addAll(List.of(more));
        return all;
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        if (args[0].equals("mark")) {
            mark(args[1], args[2]);
        } else {
            for (int i = 2; i < args.length; i++) {
                detect(Search.valueOf(args[1]), args[i]);
            }
        }
    }

    private static void mark(String in, String out) throws IOException, InterruptedException {
        Shape shape = Shape.of(in);
        int pixels = shape.width * shape.height;
        Process source = new ProcessBuilder(
                        concat("ffmpeg -v error -nostdin -i", in, "-pix_fmt", "yuv420p", "-f", "rawvideo", "-"))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        Process sink = new ProcessBuilder(concat(
                        "ffmpeg -v error -y -f rawvideo -pix_fmt yuv420p -s " + shape.width + "x" + shape.height
                                + " -r " + shape.fps + " -i - -c:v libx264 -preset veryfast -crf 18",
                        out))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        PictureEmbedder embedder =
                WatermarkEmbedder.create(KEY, PAYLOAD).picture(PictureFormat.of(shape.width, shape.height));
        byte[] luma = new byte[pixels];
        byte[] chroma = new byte[(shape.width + 1) / 2 * ((shape.height + 1) / 2) * 2];
        double square = 0;
        double ssim = 0;
        int frames = 0;
        long nanos = 0;
        try (InputStream from = source.getInputStream();
                OutputStream to = sink.getOutputStream()) {
            for (; from.readNBytes(luma, 0, pixels) == pixels; frames++) {
                from.readNBytes(chroma, 0, chroma.length);
                byte[] before = luma.clone();
                long begun = System.nanoTime();
                embedder.mark(luma, Math.round(frames * 1e6 / shape.fps));
                nanos += System.nanoTime() - begun;
                for (int i = 0; i < pixels; i++) {
                    int error = (luma[i] & 0xff) - (before[i] & 0xff);
                    square += (double) error * error / pixels;
                }
                ssim += frames % 25 == 0 ? ssim(before, luma, shape) : 0;
                to.write(luma);
                to.write(chroma);
            }
        }
        sink.waitFor();
        System.out.printf(
                "%s %dx%d: %d frames, luma PSNR %.2f dB, SSIM %.4f, %.1f ms per frame%n",
                Path.of(out).getFileName(),
                shape.width,
                shape.height,
                frames,
                10 * Math.log10(255 * 255 * frames / square),
                ssim / ((frames + 24) / 25),
                nanos / 1e6 / frames);
    }

    /** Mean structural similarity over 8×8 windows (Wang et al., IEEE Trans. IP 13, 2004). */
    private static double ssim(byte[] a, byte[] b, Shape shape) {
        double total = 0;
        int windows = 0;
        for (int top = 0; top + 8 <= shape.height; top += 4) {
            for (int left = 0; left + 8 <= shape.width; left += 4) {
                double sa = 0;
                double sb = 0;
                double aa = 0;
                double bb = 0;
                double ab = 0;
                for (int i = 0; i < 64; i++) {
                    int at = (top + i / 8) * shape.width + left + i % 8;
                    int va = a[at] & 0xff;
                    int vb = b[at] & 0xff;
                    sa += va;
                    sb += vb;
                    aa += va * va;
                    bb += vb * vb;
                    ab += va * vb;
                }
                double ma = sa / 64;
                double mb = sb / 64;
                double vara = aa / 64 - ma * ma;
                double varb = bb / 64 - mb * mb;
                double cov = ab / 64 - ma * mb;
                total += (2 * ma * mb + 6.5025)
                        * (2 * cov + 58.5225)
                        / ((ma * ma + mb * mb + 6.5025) * (vara + varb + 58.5225));
                windows++;
            }
        }
        return total / windows;
    }

    private static void detect(Search search, String file) throws IOException, InterruptedException {
        Shape shape = Shape.of(file);
        int pixels = shape.width * shape.height;
        Process source = new ProcessBuilder(concat(
                        "ffmpeg -v error -nostdin -threads 1 -i", file, "-pix_fmt", "gray", "-f", "rawvideo", "-"))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        PictureDetector detector =
                WatermarkDetector.create(List.of(KEY), search).picture(PictureFormat.of(shape.width, shape.height));
        byte[] luma = new byte[pixels];
        long nanos = 0;
        int frames = 0;
        try (InputStream from = source.getInputStream()) {
            for (; from.readNBytes(luma, 0, pixels) == pixels; frames++) {
                long begun = System.nanoTime();
                detector.accept(luma, Math.round(frames * 1e6 / shape.fps));
                nanos += System.nanoTime() - begun;
            }
        }
        long begun = System.nanoTime();
        Detection detection = detector.result();
        long end = System.nanoTime() - begun;
        String outcome = switch (detection) {
            case Detection.Found found
            when found.payload().equals(PAYLOAD) ->
                "found     %.3f %4.1f s %s"
                        .formatted(found.confidence(), found.firstCertainUs() / 1e6, found.alteration());
            case Detection.Found found -> "WRONG     " + found.payload().toHex();
            case Detection.Absent absent -> "NOT FOUND";
            case Detection.Inconclusive inconclusive -> "NOT FOUND " + inconclusive.why();
        };
        System.out.printf("%-34s %5.0f + %6.0f ms  %s%n", Path.of(file).getFileName(), nanos / 1e6, end / 1e6, outcome);
    }
}
