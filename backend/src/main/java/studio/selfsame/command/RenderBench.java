package studio.selfsame.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.util.FileSystemUtils;
import studio.selfsame.host.EmbeddedStudio;
import studio.selfsame.media.AudioSamples;
import studio.selfsame.media.Media;
import studio.selfsame.media.MediaReader;
import studio.selfsame.media.MediaWriter;
import studio.selfsame.media.VideoFrame;
import tools.jackson.databind.JsonNode;

/**
 * The demo's render by stage in 16:9, beside a plain decode and encode of the same clip in the same run, with memory.
 * {@code --quick} trains briefly on an excerpt: the speeds are comparable, the picture is not.
 */
final class RenderBench implements Bench {
    private static final int EXCERPT_SECONDS = 10;
    private static final Map<String, Object> BRIEF_TRAINING = Map.of("steps", 30);
    /** About twenty seconds: long enough that a worker's warming up does not count for most of it. */
    private static final String SCRIPT =
            "Every frame of this says that it was made, and the person you see agreed to it, in their own account. "
                    + "A worker draws two seconds of it at a time, and never two sentences at once. "
                    + "Whoever asks the file is told who made it, when, and from what. "
                    + "If that person should change their mind, none of this is ever drawn again.";

    private static final double QUALITY = 0.8;

    /** Asked of 720p on two cores that do nothing else. */
    private static final double LEAST_FPS = 25;

    private static final int CORES = 2;
    private static final int MOST_MEMORY_MIB = 3 * 1024;

    /** Drawing, labelling, marking, signing and verifying may cost this many times a plain transcode. */
    private static final double MOST_TIMES_TRANSCODE = 12;

    private final String name;
    private final int heightPx;

    RenderBench(String name, int heightPx) {
        this.name = name;
        this.heightPx = heightPx;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public BenchReport run(BenchOptions options) throws IOException {
        Path folder = Files.createTempDirectory("selfsame-bench");
        Stopwatch watch = new Stopwatch(System.err);
        try (MemoryPeak memory = new MemoryPeak();
                EmbeddedStudio studio = watch.stage(
                        "start",
                        () -> EmbeddedStudio.start(folder.resolve("home"), DemoCommand.ANY_FREE_PORT),
                        s -> "studio on loopback")) {
            return measure(DemoCast.at(studio), studio.room(Media.class), folder, watch, memory, options.quick());
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    private BenchReport measure(
            DemoCast cast, Media media, Path folder, Stopwatch watch, MemoryPeak memory, boolean quick) {
        Path presenter = DemoOptions.presenter(DemoCommand.product());
        Path whole = presenter.resolve("footage.mp4");
        Path footage = folder.resolve("footage.mp4");
        WideCopy.write(media, whole, footage, heightPx, quick ? EXCERPT_SECONDS * 1_000_000L : Long.MAX_VALUE);
        Journey journey = new Journey(cast.creator(), cast.referee());
        watch.stage(
                "identity",
                () -> {
                    journey.verify(presenter.resolve("portrait.jpg"));
                    return "verified";
                },
                told -> told);
        Journey.Enrolled enrolled = watch.stage("enrolment", () -> journey.enrol(footage), e -> "accepted");
        journey.consent(enrolled);
        watch.stage("training", () -> journey.train(enrolled, quick ? BRIEF_TRAINING : Map.of()), l -> "ready");
        JsonNode performance = watch.stage(
                "performance", () -> journey.perform(cast.creator(), enrolled.likenessId(), SCRIPT), p -> "spoken");
        String render = journey.ask(cast.creator(), performance);
        JsonNode drawn = watch.stage("rendering", () -> journey.drawn(render), r -> "drawn");
        JsonNode sealed = watch.stage("sealing", () -> journey.sealed(render), r -> "sealed");
        Path video = folder.resolve("sealed.mp4");
        journey.download(sealed.path("outputId").asString(), video);
        watch.stage(
                "transcode",
                () -> {
                    transcode(media, video, folder.resolve("plain.mp4"), Long.MAX_VALUE);
                    return "plain decode and encode";
                },
                told -> told);
        return report(watch, memory, drawn.path("frames").asInt());
    }

    private BenchReport report(Stopwatch watch, MemoryPeak memory, int frames) {
        double drawing = watch.seconds("rendering");
        double sealing = watch.seconds("sealing");
        double transcode = watch.seconds("transcode");
        double busy = watch.cpuSeconds("rendering") + watch.cpuSeconds("sealing");
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("frames", frames);
        watch.stages().forEach(stage -> details.put(stage.name() + ", seconds", stage.seconds()));
        details.put("drawing, fps", fps(frames, drawing));
        details.put("sealing, fps", fps(frames, sealing));
        details.put("drawing and sealing, fps", fps(frames, drawing + sealing));
        details.put("plain transcode, fps", fps(frames, transcode));
        details.put("drawing, processor ms a frame", millis(watch.cpuSeconds("rendering"), frames));
        details.put("sealing, processor ms a frame", millis(watch.cpuSeconds("sealing"), frames));
        details.put("plain transcode, processor ms a frame", millis(watch.cpuSeconds("transcode"), frames));
        details.put("memory of all processes, MiB", memory.mebibytes());
        return new BenchReport(
                name,
                Machine.name(),
                List.of(
                        BenchReport.Gate.atMost(
                                "drawing and sealing / plain transcode",
                                (drawing + sealing) / transcode,
                                "times",
                                MOST_TIMES_TRANSCODE),
                        BenchReport.Gate.atLeast(
                                "drawing and sealing by processor time, on two cores",
                                CORES * frames / busy,
                                "fps",
                                LEAST_FPS),
                        BenchReport.Gate.atMost(
                                "memory of the largest process", memory.largestMebibytes(), "MiB", MOST_MEMORY_MIB)),
                details);
    }

    private static double fps(int frames, double seconds) {
        return Math.round(10 * frames / seconds) / 10.0;
    }

    private static double millis(double seconds, int frames) {
        return Math.round(10_000 * seconds / frames) / 10.0;
    }

    static void transcode(Media media, Path from, Path to, long untilUs) {
        try (MediaReader reader = media.open(from)) {
            var video = reader.probe().video().orElseThrow();
            Optional<AudioSamples> sound = reader.readAudio(48_000, 1).map(all -> first(all, untilUs));
            Media.Picture picture = new Media.Picture(video.widthPx(), video.heightPx(), video.frameRate(), QUALITY);
            try (MediaWriter writer =
                    media.createMp4(to, picture, sound.map(s -> new Media.Sound(48_000, 1, 128_000)))) {
                for (Optional<VideoFrame> f = reader.nextFrame();
                        f.isPresent() && f.get().presentationTimeUs() < untilUs;
                        f = reader.nextFrame()) {
                    writer.write(f.get());
                }
                sound.ifPresent(writer::write);
                writer.finish();
            }
        }
    }

    static AudioSamples first(AudioSamples all, long untilUs) {
        long frames = Math.min(all.frames(), untilUs / 1_000_000 * all.sampleRateHz());
        float[] part = Arrays.copyOf(all.interleaved(), (int) frames * all.channels());
        return new AudioSamples(all.sampleRateHz(), all.channels(), part);
    }
}
