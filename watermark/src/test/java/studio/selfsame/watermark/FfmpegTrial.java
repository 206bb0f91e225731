package studio.selfsame.watermark;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Marks a real clip, sends it through real codecs with the system's {@code ffmpeg}, and prints what is still found. Run by
 * hand, as {@code docs/watermark.md} tells; arguments: file, start and length in seconds, width, height, frames per second.
 */
final class FfmpegTrial {
    private static final WatermarkKey KEY = TestKeys.key(1);
    private static final Payload PAYLOAD = TestKeys.payload(7);
    private static final int RATE_HZ = 48_000;

    private final Path folder;
    private final int width;
    private final int height;
    private final double fps;

    private FfmpegTrial(Path folder, int width, int height, double fps) {
        this.folder = folder;
        this.width = width;
        this.height = height;
        this.fps = fps;
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("watermark-trial");
        FfmpegTrial trial = new FfmpegTrial(
                folder, Integer.parseInt(args[3]), Integer.parseInt(args[4]), Double.parseDouble(args[5]));
        String clip = Path.of(args[0]).toAbsolutePath().toString();
        trial.ffmpeg(
                "-ss", args[1], "-t", args[2], "-i", clip, "-an", "-pix_fmt", "yuv420p", "-f", "rawvideo", "plain.yuv");
        trial.ffmpeg(
                "-ss",
                args[1],
                "-t",
                args[2],
                "-i",
                clip,
                "-vn",
                "-ar",
                "" + RATE_HZ,
                "-ac",
                "1",
                "-f",
                "f32le",
                "plain.raw");
        trial.picture();
        trial.sound();
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    private void picture() throws IOException, InterruptedException {
        markPicture();
        String raw = "-f rawvideo -pix_fmt yuv420p -s %dx%d -r %s -i marked.yuv ".formatted(width, height, fps);
        ffmpeg((raw + "-c:v libx264 -crf 20 sealed.mp4").split(" "));
        int halfWidth = width / 2;
        int halfHeight = 2 * (int) Math.round(height * (halfWidth / (double) width) / 2);
        String half = "-vf scale=%d:%d ".formatted(halfWidth, halfHeight);
        pictureAfter("", "-c:v copy", width, height, fps);
        pictureAfter("", "-c:v libx264 -crf 30", width, height, fps);
        pictureAfter("", "-c:v libx264 -crf 35", width, height, fps);
        pictureAfter("", "-c:v libx264 -crf 40", width, height, fps);
        pictureAfter("", half + "-c:v libx264 -crf 30", halfWidth, halfHeight, fps);
        pictureAfter("", half + "-c:v libx264 -crf 35", halfWidth, halfHeight, fps);
        pictureAfter("-ss 0.37 ", half + "-c:v libx264 -crf 30", halfWidth, halfHeight, fps);
        pictureAfter("", half + "-r 30 -c:v libx264 -crf 30", halfWidth, halfHeight, 30);
        pictureAfter("", half + "-r 15 -c:v libx264 -crf 30", halfWidth, halfHeight, 15);
        pictureAfter("", "-c:v libx264 -profile:v baseline -b:v 1M -maxrate 1M -bufsize 2M", width, height, fps);
    }

    private void markPicture() throws IOException {
        PictureEmbedder embedder = WatermarkEmbedder.create(KEY, PAYLOAD).picture(PictureFormat.of(width, height));
        byte[] luma = new byte[width * height];
        byte[] chroma = new byte[(width + 1) / 2 * ((height + 1) / 2) * 2];
        double square = 0;
        long nanos = 0;
        int frames = 0;
        try (InputStream in = Files.newInputStream(folder.resolve("plain.yuv"));
                OutputStream out = Files.newOutputStream(folder.resolve("marked.yuv"))) {
            for (; in.readNBytes(luma, 0, luma.length) == luma.length; frames++) {
                in.readNBytes(chroma, 0, chroma.length);
                byte[] before = luma.clone();
                long begun = System.nanoTime();
                embedder.mark(luma, Math.round(frames * 1e6 / fps));
                nanos += System.nanoTime() - begun;
                for (int i = 0; i < luma.length; i++) {
                    square += Math.pow((luma[i] & 0xff) - (before[i] & 0xff), 2) / luma.length;
                }
                out.write(luma);
                out.write(chroma);
            }
        }
        System.out.printf(
                "picture %dx%d: %d frames, luma PSNR %.1f dB, %.1f ms per frame%n",
                width, height, frames, 10 * Math.log10(255 * 255 * frames / square), nanos / 1e6 / frames);
    }

    private void pictureAfter(String before, String attack, int w, int h, double rate)
            throws IOException, InterruptedException {
        ffmpeg((before + "-i sealed.mp4 " + attack + " attacked.mp4").split(" "));
        ffmpeg("-i", "attacked.mp4", "-pix_fmt", "yuv420p", "-f", "rawvideo", "attacked.yuv");
        PictureDetector detector =
                WatermarkDetector.create(List.of(KEY), Search.COMMON).picture(PictureFormat.of(w, h));
        byte[] luma = new byte[w * h];
        long begun = System.nanoTime();
        try (InputStream in = Files.newInputStream(folder.resolve("attacked.yuv"))) {
            for (int frame = 0; in.readNBytes(luma, 0, luma.length) == luma.length; frame++) {
                in.skipNBytes((w + 1) / 2 * ((h + 1) / 2) * 2);
                detector.accept(luma, Math.round(frame * 1e6 / rate));
            }
        }
        report(before + attack, detector.result(), begun);
    }

    private void sound() throws IOException, InterruptedException {
        float[] plain = readSamples("plain.raw");
        SoundEmbedder embedder = WatermarkEmbedder.create(KEY, PAYLOAD).sound(new SoundFormat(RATE_HZ, 1));
        long begun = System.nanoTime();
        float[] head = embedder.mark(plain);
        float[] tail = embedder.finish();
        double seconds = (System.nanoTime() - begun) / 1e9;
        float[] marked = Arrays.copyOf(head, plain.length);
        System.arraycopy(tail, 0, marked, head.length, tail.length);
        double signal = 0;
        double mark = 0;
        for (int i = 0; i < plain.length; i++) {
            signal += plain[i] * plain[i];
            mark += (marked[i] - plain[i]) * (marked[i] - plain[i]);
        }
        System.out.printf(
                "sound: SNR %.1f dB, %.0f times real time%n",
                10 * Math.log10(signal / mark), plain.length / (double) RATE_HZ / seconds);
        ByteBuffer bytes = ByteBuffer.allocate(4 * marked.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(marked);
        Files.write(folder.resolve("marked.raw"), bytes.array());
        soundAfter("", "-c:a pcm_f32le", "wav", RATE_HZ);
        soundAfter("", "-c:a aac -b:a 64k", "mp4", RATE_HZ);
        soundAfter("", "-c:a aac -b:a 32k", "mp4", RATE_HZ);
        soundAfter("", "-c:a libmp3lame -b:a 64k", "mp3", RATE_HZ);
        soundAfter("-ss 1.234 ", "-c:a libmp3lame -b:a 64k", "mp3", 44_100);
        soundAfter("-ss 0.37 ", "-c:a aac -b:a 64k", "mp4", 16_000);
    }

    private void soundAfter(String before, String codec, String container, int rateHz)
            throws IOException, InterruptedException {
        String raw = before + "-f f32le -ar " + RATE_HZ + " -ac 1 -i marked.raw ";
        ffmpeg((raw + "-ar " + rateHz + " " + codec + " attacked." + container).split(" "));
        ffmpeg("-i", "attacked." + container, "-f", "f32le", "-ac", "1", "-ar", "" + rateHz, "attacked.raw");
        SoundDetector detector =
                WatermarkDetector.create(List.of(KEY), Search.COMMON).sound(new SoundFormat(rateHz, 1));
        long begun = System.nanoTime();
        float[] samples = readSamples("attacked.raw");
        for (int from = 0; from < samples.length; from += rateHz) {
            detector.accept(Arrays.copyOfRange(samples, from, Math.min(samples.length, from + rateHz)));
        }
        report(before + codec + " at " + rateHz + " Hz", detector.result(), begun);
    }

    private static void report(String attack, Detection detection, long begun) {
        String outcome = switch (detection) {
            case Detection.Found found
            when found.payload().equals(PAYLOAD) ->
                "found, confidence %.2f, certain at %.1f s".formatted(found.confidence(), found.firstCertainUs() / 1e6);
            case Detection.Found found -> "WRONG PAYLOAD " + found.payload().toHex();
            case Detection.Absent absent -> "not found";
            case Detection.Inconclusive inconclusive -> "not found: " + inconclusive.why();
        };
        System.out.printf("  %-75s %s (%d ms)%n", attack, outcome, (System.nanoTime() - begun) / 1_000_000);
    }

    private float[] readSamples(String file) throws IOException {
        byte[] bytes = Files.readAllBytes(folder.resolve(file));
        float[] samples = new float[bytes.length / 4];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(samples);
        return samples;
    }

    private void ffmpeg(String... args) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("ffmpeg", "-v", "error", "-nostdin", "-y"));
        command.addAll(List.of(args));
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .inheritIO()
                .start();
        if (process.waitFor() != 0) {
            throw new IOException("ffmpeg failed: " + String.join(" ", command));
        }
    }
}
