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
 * The demo's render by stage, beside a plain decode and encode of the same clip in the same run. {@code --quick} trains
 * briefly on an excerpt and renders one sentence: the speeds are comparable, the picture is not.
 */
final class RenderBench implements Bench {
    private static final int EXCERPT_SECONDS = 10;
    private static final Map<String, Object> BRIEF_TRAINING = Map.of("steps", 30);
    private static final String SENTENCE =
            "Every frame of this says that it was made, and the person you see agreed to it, in their own account.";
    private static final double QUALITY = 0.8;

    /** Drawing, labelling, marking, signing and verifying may cost this many times a plain transcode. */
    private static final double MOST_TIMES_TRANSCODE = 12;

    @Override
    public String name() {
        return "render";
    }

    @Override
    public BenchReport run(BenchOptions options) throws IOException {
        Path folder = Files.createTempDirectory("selfsame-bench");
        Stopwatch watch = new Stopwatch(System.err);
        try (EmbeddedStudio studio = watch.stage(
                "start",
                () -> EmbeddedStudio.start(folder.resolve("home"), DemoCommand.ANY_FREE_PORT),
                s -> "studio on loopback")) {
            return measure(DemoCast.at(studio), studio.room(Media.class), folder, watch, options.quick());
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    private static BenchReport measure(DemoCast cast, Media media, Path folder, Stopwatch watch, boolean quick) {
        Path presenter = DemoOptions.presenter(DemoCommand.product());
        Path whole = presenter.resolve("footage.mp4");
        Path footage = quick ? folder.resolve("excerpt.mp4") : whole;
        if (quick) {
            transcode(media, whole, footage, EXCERPT_SECONDS * 1_000_000L);
        }
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
                "performance",
                () -> journey.perform(cast.creator(), enrolled.likenessId(), quick ? SENTENCE : DemoOptions.SCRIPT),
                p -> "spoken");
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
        return report(watch, drawn.path("frames").asInt());
    }

    private static BenchReport report(Stopwatch watch, int frames) {
        double drawing = watch.seconds("rendering");
        double sealing = watch.seconds("sealing");
        double transcode = watch.seconds("transcode");
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("frames", frames);
        watch.stages().forEach(stage -> details.put(stage.name() + ", seconds", stage.seconds()));
        details.put("drawing, fps", Math.round(10 * frames / drawing) / 10.0);
        details.put("sealing, fps", Math.round(10 * frames / sealing) / 10.0);
        details.put("plain transcode, fps", Math.round(10 * frames / transcode) / 10.0);
        return new BenchReport(
                "render",
                Machine.name(),
                List.of(BenchReport.Gate.atMost(
                        "drawing and sealing / plain transcode",
                        (drawing + sealing) / transcode,
                        "times",
                        MOST_TIMES_TRANSCODE)),
                details);
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

    private static AudioSamples first(AudioSamples all, long untilUs) {
        long frames = Math.min(all.frames(), untilUs / 1_000_000 * all.sampleRateHz());
        float[] part = Arrays.copyOf(all.interleaved(), (int) frames * all.channels());
        return new AudioSamples(all.sampleRateHz(), all.channels(), part);
    }
}
