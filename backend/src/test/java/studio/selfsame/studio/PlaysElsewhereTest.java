package studio.selfsame.studio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.selfsame.media.AudioSamples;
import studio.selfsame.sealing.SealedClip;

/** One sealed file in other people's players: ffmpeg, GStreamer and Chromium. */
class PlaysElsewhereTest {
    private static final int FRAMES = SealedClip.SECONDS * SealedClip.FPS;
    private static final int STRIKES = SealedClip.SECONDS - 1;
    private static final Pattern INTEGRATED = Pattern.compile("lavfi\\.r128\\.I=(-?[\\d.]+)");
    private static final String EBUR128 = "ebur128=metadata=1,ametadata=print:key=lavfi.r128.I:file=-";
    private static final double LOUD = 0.6;
    private static final int BRIGHT = 160;

    @TempDir
    static Path folder;

    private static Path file;
    private static AudioSamples before;

    @BeforeAll
    static void seal() throws Exception {
        before = SealedClip.seal(folder);
        file = folder.resolve("sealed.mp4");
    }

    @Test
    void sealedFile_inFfmpeg_playsWithoutAWord() throws Exception {
        var played = run("ffmpeg", "-v", "warning", "-xerror", "-err_detect", "explode", "-i", file, "-f", "null", "-");

        assertThat(played.errors()).isEmpty();
        assertThat(brightness()).hasSize(FRAMES);
    }

    @Test
    void sealedFile_inGStreamer_playsPictureAndSoundToTheEnd() throws Exception {
        var played = run(
                "gst-launch-1.0",
                "filesrc",
                "location=" + file,
                "!",
                "decodebin",
                "name=both",
                "both.",
                "!",
                "queue",
                "!",
                "video/x-raw",
                "!",
                "fakesink",
                "both.",
                "!",
                "queue",
                "!",
                "audio/x-raw",
                "!",
                "fakesink");

        assertThat(played.errors()).doesNotContainIgnoringCase("error");
        assertThat(played.text()).contains("Got EOS from element").doesNotContain("WARNING", "ERROR");
    }

    @Test
    void sealedFile_inChromium_playsToTheEnd() throws Exception {
        Path page = Files.writeString(folder.resolve("page.html"), "<video src=\"sealed.mp4\" muted></video>");
        try (var chromium = Chromium.launch();
                var visitor = chromium.visitor("player", "http://127.0.0.1:9")) {
            visitor.page().navigate(page.toUri().toString());
            var played = (Map<?, ?>) visitor.page().evaluate("""
                    () => new Promise((end, fail) => {
                        const video = document.querySelector('video');
                        video.onerror = () => fail(new Error(video.error.message));
                        video.onended = () => end({
                            seconds: Math.round(video.duration * 10),
                            width: video.videoWidth,
                            pictures: video.getVideoPlaybackQuality().totalVideoFrames,
                            sound: video.webkitAudioDecodedByteCount,
                        });
                        video.playbackRate = 4;
                        video.play().catch(fail);
                    })""");

            assertThat(played.get("seconds")).isEqualTo(10 * SealedClip.SECONDS);
            assertThat(played.get("width")).isEqualTo(SealedClip.WIDTH);
            assertThat((Integer) played.get("pictures")).isPositive();
            assertThat((Integer) played.get("sound")).isPositive();
        }
    }

    @Test
    void pictureAndSound_decodedElsewhere_areStruckWithinOneFrame() throws Exception {
        List<Double> flashes = flashes();
        List<Double> clicks = clicks();

        assertThat(flashes).hasSize(STRIKES);
        assertThat(clicks).hasSize(STRIKES);
        for (int i = 0; i < STRIKES; i++) {
            assertThat(clicks.get(i)).isCloseTo(flashes.get(i), Offset.offset(1.0 / SealedClip.FPS));
        }
    }

    @Test
    void loudness_sealed_isWithinATenthOfWhatItWas() throws Exception {
        Path raw = folder.resolve("before.f32");
        ByteBuffer samples =
                ByteBuffer.allocate(4 * before.interleaved().length).order(ByteOrder.LITTLE_ENDIAN);
        samples.asFloatBuffer().put(before.interleaved());
        Files.write(raw, samples.array());

        double unsealed = loudness("-f", "f32le", "-ar", before.sampleRateHz(), "-ac", 1, "-i", raw);
        double sealed = loudness("-i", file);

        assertThat(sealed).isCloseTo(unsealed, Offset.offset(0.1));
    }

    private static double loudness(Object... input) throws Exception {
        List<Object> command = new ArrayList<>(List.of("ffmpeg", "-v", "error"));
        command.addAll(List.of(input));
        command.addAll(List.of("-af", EBUR128, "-vn", "-f", "null", "-"));
        return INTEGRATED
                .matcher(run(command.toArray()).text())
                .results()
                .reduce((earlier, last) -> last)
                .map(last -> Double.parseDouble(last.group(1)))
                .orElseThrow();
    }

    /** Seconds at which the picture becomes bright, as a player would show it. */
    private static List<Double> flashes() throws Exception {
        List<Double> flashes = new ArrayList<>();
        byte[] means = brightness();
        for (int i = 1; i < means.length; i++) {
            if ((means[i] & 0xff) > BRIGHT && (means[i - 1] & 0xff) <= BRIGHT) {
                flashes.add((double) i / SealedClip.FPS);
            }
        }
        return flashes;
    }

    /** Mean of each picture, in the file's own time from zero on. */
    private static byte[] brightness() throws Exception {
        return run(
                        "ffmpeg",
                        "-v",
                        "error",
                        "-i",
                        file,
                        "-an",
                        "-fps_mode",
                        "cfr",
                        "-vf",
                        "scale=1:1:flags=area",
                        "-pix_fmt",
                        "gray",
                        "-f",
                        "rawvideo",
                        "-")
                .out();
    }

    /** Seconds at which the sound becomes loud. */
    private static List<Double> clicks() throws Exception {
        byte[] bytes = run(
                        "ffmpeg",
                        "-v",
                        "error",
                        "-i",
                        file,
                        "-vn",
                        "-af",
                        "aresample=async=1:first_pts=0",
                        "-f",
                        "f32le",
                        "-")
                .out();
        var samples = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
        List<Double> clicks = new ArrayList<>();
        for (int i = 0, quietUntil = 0; i < samples.limit(); i++) {
            if (i >= quietUntil && Math.abs(samples.get(i)) > LOUD) {
                clicks.add((double) i / SealedClip.SOUND_HZ);
                quietUntil = i + SealedClip.SOUND_HZ / 2;
            }
        }
        return clicks;
    }

    /** What a program put out. */
    private record Ran(byte[] out, String errors) {
        String text() {
            return new String(out, StandardCharsets.UTF_8);
        }
    }

    private static Ran run(Object... command) throws IOException, InterruptedException {
        Path out = Files.createTempFile(folder, "out", "");
        Path errors = Files.createTempFile(folder, "errors", "");
        Process process = new ProcessBuilder(
                        List.of(command).stream().map(Object::toString).toList())
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(out.toFile())
                .redirectError(errors.toFile())
                .start();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        String said = Files.readString(errors);
        assertThat(process.waitFor()).as(said).isZero();
        return new Ran(Files.readAllBytes(out), said);
    }
}
