package studio.selfsame.command.acceptance;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import studio.selfsame.watermark.PictureEmbedder;
import studio.selfsame.watermark.PictureFormat;
import studio.selfsame.watermark.Search;
import studio.selfsame.watermark.SoundDetector;
import studio.selfsame.watermark.SoundEmbedder;
import studio.selfsame.watermark.SoundFormat;
import studio.selfsame.watermark.WatermarkDetector;
import studio.selfsame.watermark.WatermarkEmbedder;

/**
 * Marking and looking on one core, each beside a plain transcode of the same material in the same run. All of it is
 * processor time: that of the one thread that does the work, once it is warm, and what ffmpeg on one thread says of itself,
 * user and system.
 */
final class Speed {
    private static final int WIDTH = 1920;
    private static final int HEIGHT = 1080;
    private static final int IN_MEMORY = 12;
    private static final int WARM_UP = 24;
    private static final long TIMED_NANOS = 4_000_000_000L;
    private static final long TIMED_NANOS_QUICK = 1_000_000_000L;

    private final boolean quick;
    private final List<Measure> measures = new ArrayList<>();
    private final Map<String, Object> details;

    /** @param quick leaves the full search out and times less of the sound */
    Speed(boolean quick, Map<String, Object> details) {
        this.quick = quick;
        this.details = details;
    }

    /** @param clip unmarked, 1920×1080, ten seconds */
    List<Measure> picture(Clip clip) throws IOException {
        double transcode = Ffmpeg.cpuSeconds(List.of(
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
        detail("plain x264 transcode on one thread, 1080p frame, ms of processor time", 1000 * transcode);
        detail("embed / plain transcode, processor times", embed / transcode);
        look(clip, Search.COMMON, "common scales", 3, transcode);
        if (!quick) {
            look(clip, Search.FULL, "full search", 30, transcode);
        }
        return measures;
    }

    private void look(Clip clip, Search search, String name, double target, double transcode) throws IOException {
        double seconds = onOneCore(() -> Reading.picture(clip.file(), List.of(BenchKeys.right()), search))
                        .seconds()
                * Track.SECONDS
                / clip.seconds();
        measures.add(Measure.ceiling("detect, 10 s of 1080p without a mark, " + name, seconds, "s", target));
        detail("detect, " + name + " / plain transcode", seconds / (transcode * Track.SECONDS * Clip.FPS));
    }

    /** A search stays within the pool that it is called from. */
    private static Reading onOneCore(Callable<Reading> reading) throws IOException {
        try (ForkJoinPool one = new ForkJoinPool(1)) {
            return one.submit(reading).get();
        } catch (ExecutionException failed) {
            throw new IOException(failed.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
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
            long begun = CpuClock.nanos();
            embedder.mark(luma, frame * 1_000_000L / Clip.FPS);
            if (frame >= WARM_UP) {
                nanos += CpuClock.nanos() - begun;
                timed++;
            }
        }
        return nanos / 1e9 / timed;
    }

    /** @param track unmarked */
    List<Measure> sound(Track track) throws IOException {
        double encode = Ffmpeg.cpuSeconds(List.of(
                "-threads", "1", "-i", track.file().toString(), "-c:a", "aac", "-threads", "1", "-f", "null", "-"));
        float[] mono = Samples.read(track.file(), Track.RATE_HZ);
        float[] stereo = new float[2 * mono.length];
        for (int i = 0; i < mono.length; i++) {
            stereo[2 * i] = mono[i];
            stereo[2 * i + 1] = mono[i] / 2;
        }
        detail("plain AAC encode on one thread, times real time in processor time", Track.SECONDS / encode);
        double embed = timesRealTime(() -> mark(mono, 1));
        detail("embed sound / plain AAC encode", Track.SECONDS / embed / encode);
        if (!quick) {
            detail(
                    "detect sound without a mark, full search, times real time",
                    timesRealTime(() -> look(mono, 1, Search.FULL)));
        }
        return List.of(
                Measure.floor("embed mono sound, one core", embed, "x", 100),
                Measure.floor("embed stereo sound, one core", timesRealTime(() -> mark(stereo, 2)), "x", 100),
                Measure.floor(
                        "detect mono sound without a mark, one core",
                        timesRealTime(() -> look(mono, 1, Search.COMMON)),
                        "x",
                        100),
                Measure.floor(
                        "detect stereo sound without a mark, one core",
                        timesRealTime(() -> look(stereo, 2, Search.COMMON)),
                        "x",
                        100));
    }

    private static void mark(float[] samples, int channels) {
        SoundEmbedder embedder = WatermarkEmbedder.create(BenchKeys.right(), BenchKeys.id("speed"))
                .sound(new SoundFormat(Track.RATE_HZ, channels));
        embedder.mark(samples);
        embedder.finish();
    }

    private static void look(float[] samples, int channels, Search search) {
        SoundDetector detector = WatermarkDetector.create(List.of(BenchKeys.right()), search)
                .sound(new SoundFormat(Track.RATE_HZ, channels));
        detector.accept(samples);
        detector.result();
    }

    /** The mean over {@link #TIMED_NANOS} of work on {@link Track#SECONDS} of sound, after as much again to warm up. */
    private double timesRealTime(Runnable work) {
        meanSeconds(work);
        return Track.SECONDS / meanSeconds(work);
    }

    private double meanSeconds(Runnable work) {
        long begun = CpuClock.nanos();
        long nanos = 0;
        int times = 0;
        while (nanos < (quick ? TIMED_NANOS_QUICK : TIMED_NANOS)) {
            work.run();
            nanos = CpuClock.nanos() - begun;
            times++;
        }
        return nanos / 1e9 / times;
    }

    private void detail(String name, double value) {
        details.put(name, String.format(Locale.ROOT, "%.2f", value));
    }
}
