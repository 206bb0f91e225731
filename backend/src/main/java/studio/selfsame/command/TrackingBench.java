package studio.selfsame.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.util.FileSystemUtils;
import studio.selfsame.face.FaceTracker;
import studio.selfsame.face.FaceTrackers;
import studio.selfsame.face.FaceTracking;
import studio.selfsame.media.Media;
import studio.selfsame.media.MediaReader;
import studio.selfsame.media.MediaWriter;
import studio.selfsame.media.VideoFrame;

/**
 * Tracks the presenter in 1280×720 and compares with what she was drawn from: speed beside a plain decode of the same clip,
 * jitter without and with smoothing, and how right pose, gaze, mouth, brows and blinks are. {@code --quick} takes 20 seconds of
 * her.
 */
final class TrackingBench implements Bench {
    private static final long QUICK_US = 20_000_000;
    private static final int WIDTH_PX = 1280;
    private static final int HEIGHT_PX = 720;
    private static final double QUALITY = 0.8;

    @Override
    public String name() {
        return "tracking";
    }

    @Override
    public BenchReport run(BenchOptions options) throws IOException {
        // what FFmpeg remarks would stand among the figures
        LoggingSystem.get(TrackingBench.class.getClassLoader())
                .setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.ERROR);
        Path presenter = DemoOptions.presenter(DemoCommand.product());
        Path folder = Files.createTempDirectory("selfsame-bench");
        Media media = Media.alone();
        try (FaceTracker tracker = FaceTrackers.alone().open()) {
            Path clip = folder.resolve("720p.mp4");
            widen(media, presenter.resolve("footage.mp4"), clip, options.quick() ? QUICK_US : Long.MAX_VALUE);
            return measure(media, tracker, clip, TrackingTruth.read(presenter.resolve("truth.csv")));
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    private static BenchReport measure(Media media, FaceTracker tracker, Path clip, TrackingTruth truth) {
        // the run without smoothing goes first, so that the timed one and the decode find everything warm
        FaceTracking raw = tracked(media, clip, reader -> tracker.trackRaw(reader, frame -> {}));
        long begun = System.nanoTime();
        FaceTracking smooth = tracked(media, clip, reader -> tracker.track(reader, frame -> {}));
        double tracking = smooth.frameCount() * 1e9 / (System.nanoTime() - begun);
        begun = System.nanoTime();
        int decoded = decode(media, clip);
        double decoding = decoded * 1e9 / (System.nanoTime() - begun);

        int shiftPx = (WIDTH_PX - HEIGHT_PX) / 2;
        TrackingScore before = TrackingScore.of(raw, truth, shiftPx);
        TrackingScore after = TrackingScore.of(smooth, truth, shiftPx);
        List<BenchReport.Gate> gates = new ArrayList<>(List.of(
                BenchReport.Gate.atLeast("tracking at 1280×720, decoding included", tracking, "fps", 60),
                BenchReport.Gate.atLeast("frames with the face", after.found(), "share", 0.99),
                BenchReport.Gate.atMost("head yaw, mean error", after.yawErrorDeg(), "degrees", 2),
                BenchReport.Gate.atMost("head pitch, mean error", after.pitchErrorDeg(), "degrees", 2),
                BenchReport.Gate.atMost("head roll, mean error", after.rollErrorDeg(), "degrees", 1),
                BenchReport.Gate.atLeast("gaze yaw, correlation", after.gazeYaw(), "", 0.9),
                BenchReport.Gate.atLeast("gaze pitch, correlation", after.gazePitch(), "", 0.7),
                BenchReport.Gate.atLeast("mouth openness, correlation", after.lipGap(), "", 0.9),
                BenchReport.Gate.atLeast("brow raise, correlation", after.browRaise(), "", 0.5),
                BenchReport.Gate.atLeast("blinks found", after.blinkRecall(), "share", 0.9),
                BenchReport.Gate.atLeast("of found blinks those that are", after.blinkPrecision(), "share", 0.9),
                BenchReport.Gate.atMost(
                        "jitter of the head's angles, smoothed / not",
                        after.poseJitterDeg() / before.poseJitterDeg(),
                        "times",
                        0.5),
                BenchReport.Gate.atMost(
                        "jitter of the eyes' corners, smoothed / not",
                        after.cornerJitterPx() / before.cornerJitterPx(),
                        "times",
                        0.75),
                BenchReport.Gate.atMost(
                        "mouth at its most closed, smoothed − not",
                        after.closedMouth() - before.closedMouth(),
                        "eyes",
                        0.005)));
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("frames", smooth.frameCount());
        details.put("plain decode, fps", Math.round(decoding));
        details.put("tracking / plain decode", rounded(tracking / decoding));
        details.put("jitter of the head's angles without smoothing, degrees", rounded(before.poseJitterDeg()));
        details.put("jitter of the head's angles, degrees", rounded(after.poseJitterDeg()));
        details.put("jitter of the eyes' corners without smoothing, px", rounded(before.cornerJitterPx()));
        details.put("jitter of the eyes' corners, px", rounded(after.cornerJitterPx()));
        details.put("eyes' corners, mean distance, px", rounded(after.cornerErrorPx()));
        details.put("blink, correlation", rounded(after.blink()));
        details.put("frames below confidence 0.5, share", rounded(after.doubted()));
        return new BenchReport("tracking", Machine.name(), gates, details);
    }

    private static double rounded(double value) {
        return Math.round(1000 * value) / 1000.0;
    }

    private static FaceTracking tracked(Media media, Path clip, Tracking tracking) {
        try (MediaReader reader = media.open(clip)) {
            return tracking.of(reader);
        }
    }

    private static int decode(Media media, Path clip) {
        int frames = 0;
        try (MediaReader reader = media.open(clip)) {
            while (reader.nextFrame().isPresent()) {
                frames++;
            }
        }
        return frames;
    }

    /** Brings the square footage to 1280×720; the colours of its edge go on to both sides. */
    private static void widen(Media media, Path from, Path to, long untilUs) {
        try (MediaReader reader = media.open(from);
                MediaWriter writer = media.createMp4(
                        to,
                        new Media.Picture(
                                WIDTH_PX,
                                HEIGHT_PX,
                                reader.probe().video().orElseThrow().frameRate(),
                                QUALITY),
                        Optional.empty())) {
            for (Optional<VideoFrame> f = reader.nextFrame();
                    f.isPresent() && f.get().presentationTimeUs() < untilUs;
                    f = reader.nextFrame()) {
                writer.write(widened(f.get()));
            }
            writer.finish();
        }
    }

    private static VideoFrame widened(VideoFrame f) {
        return new VideoFrame(
                WIDTH_PX,
                HEIGHT_PX,
                f.presentationTimeUs(),
                widened(f.y(), f.widthPx(), WIDTH_PX),
                widened(f.u(), f.chromaWidthPx(), WIDTH_PX / 2),
                widened(f.v(), f.chromaWidthPx(), WIDTH_PX / 2));
    }

    private static byte[] widened(byte[] plane, int width, int wide) {
        byte[] out = new byte[plane.length / width * wide];
        for (int i = 0; i < out.length; i++) {
            int column = Math.clamp(i % wide - (wide - width) / 2, 0, width - 1);
            out[i] = plane[i / wide * width + column];
        }
        return out;
    }

    @FunctionalInterface
    private interface Tracking {
        FaceTracking of(MediaReader reader);
    }
}
