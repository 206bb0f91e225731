package studio.selfsame.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class WatermarkTest {
    private static final String ID = "00c0ffee00c0ffee";

    @TempDir
    static Path folder;

    private static Path key;
    private static Path plain;
    private static Path marked;

    private record Outcome(int code, String said) {
        JsonNode json() {
            return new JsonMapper().readTree(said);
        }
    }

    @BeforeAll
    static void markOne() {
        key = folder.resolve("own.key");
        run("key", key, "--name", "own");
        plain = SmallClip.video(folder.resolve("plain.mp4"), 8);
        marked = folder.resolve("marked.mp4");
        assertThat(run("embed", plain, marked, "--id", ID.toUpperCase(Locale.ROOT), "--key", key))
                .satisfies(outcome -> assertThat(outcome.said()).contains(ID, "Picture and sound agree."))
                .extracting(Outcome::code)
                .isEqualTo(Watermark.FOUND);
    }

    @Test
    void markedFile_detected_tellsIdKeyTimeAndAlterationOfBothTracks() {
        Outcome outcome = run("detect", marked, "--key", key, "--json");

        assertThat(outcome.code()).isEqualTo(Watermark.FOUND);
        JsonNode said = outcome.json();
        assertThat(said.path("id").asString()).isEqualTo(ID);
        assertThat(said.path("agree").asBoolean()).isTrue();
        for (String track : List.of("picture", "sound")) {
            assertThat(said.path(track).path("state").asString()).isEqualTo("found");
            assertThat(said.path(track).path("key").asString()).isEqualTo("own");
            assertThat(said.path(track).path("confidence").asDouble()).isBetween(0.5, 1.0);
            assertThat(said.path(track).path("certainAfterSeconds").asDouble()).isBetween(0.1, 8.1);
        }
        assertThat(said.path("picture").path("alteration").path("scaleX").asDouble())
                .isEqualTo(1);
        assertThat(said.path("picture").path("alteration").path("inWords").asString())
                .isEqualTo("unaltered");
        assertThat(said.path("sound").path("alteration").path("tempo").asDouble())
                .isEqualTo(1);
    }

    @Test
    void markedFile_withAnotherKey_isAbsent() throws IOException {
        Path other = folder.resolve("other.key");
        run("key", other);

        Outcome outcome = run("detect", marked, "--key", other, "--json", "--common");

        assertThat(outcome.code()).isEqualTo(Watermark.NOT_FOUND);
        assertThat(outcome.json().path("found").asBoolean()).isFalse();
        assertThat(outcome.json().path("picture").path("state").asString()).isEqualTo("absent");
        assertThat(run("detect", marked, "--key", other, "--key", key).said()).contains("marked: " + ID, "key own");
        assertThat(Files.readString(other)).startsWith("key-");
    }

    @Test
    void sound_alone_isMarkedOnceAndFound() {
        Path whole = folder.resolve("whole.flac");
        run("embed", SmallClip.sound(folder.resolve("plain.wav"), 8), whole, "--id", ID, "--key", key);

        Outcome outcome = run("detect", whole, "--key", key, "--json");

        assertThat(outcome.code()).isEqualTo(Watermark.FOUND);
        assertThat(outcome.json().path("picture").path("state").asString()).isEqualTo("none");
        assertThat(outcome.json().path("sound").path("id").asString()).isEqualTo(ID);
        Path again = folder.resolve("again.flac");
        assertThat(run("embed", whole, again, "--id", "0".repeat(16), "--key", key)
                        .code())
                .isEqualTo(Watermark.FAILED);
        assertThat(again).doesNotExist();
    }

    @Test
    void unreadableFiles_detected_areErrorsWithoutATrace() throws IOException {
        byte[] garbage = new byte[5_000];
        new Random(1).nextBytes(garbage);
        byte[] whole = Files.readAllBytes(marked);
        List<Path> files = List.of(
                Files.write(folder.resolve("garbage.mp4"), garbage),
                Files.write(folder.resolve("short.mp4"), Arrays.copyOf(whole, whole.length / 2)),
                Files.write(folder.resolve("empty.mp4"), new byte[0]),
                folder.resolve("nowhere.mp4"),
                folder);
        for (Path file : files) {
            assertThat(run("detect", file, "--key", key)).isEqualTo(new Outcome(Watermark.FAILED, ""));
        }
    }

    @Test
    void material_tooShortToBearAMark_isRefusedAndNothingIsLeft() throws IOException {
        Path instant = SmallClip.video(folder.resolve("instant.mp4"), 0.2);
        Path out = folder.resolve("instant-marked.mp4");

        assertThat(run("embed", instant, out, "--id", ID, "--key", key).code()).isEqualTo(Watermark.FAILED);

        assertThat(out).doesNotExist();
        try (var entries = Files.list(folder)) {
            assertThat(entries.filter(entry -> Files.isDirectory(entry))).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain.mp4", "marked.mp4", "new.webm", "new", "nowhere/new.mp4"})
    void destination_unfit_isRefusedBeforeAnythingIsWritten(String name) throws IOException {
        Path out = folder.resolve(name);
        byte[] before = Files.exists(out) ? Files.readAllBytes(out) : new byte[0];

        assertThat(run("embed", plain, out, "--id", ID, "--key", key).code()).isEqualTo(Watermark.FAILED);

        assertThat(Files.exists(out) ? Files.readAllBytes(out) : new byte[0]).isEqualTo(before);
    }

    @Test
    void keyFile_made_isItsOwnersAloneAndNeverOverwritten() throws IOException {
        String content = Files.readString(key);

        Outcome again = run("key", key);

        assertThat(again).isEqualTo(new Outcome(Watermark.FAILED, ""));
        assertThat(Files.readString(key)).isEqualTo(content).matches("own [0-9a-f]{64}\\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
                .isEqualTo("rw-------");
    }

    private static Outcome run(Object... arguments) {
        var said = new ByteArrayOutputStream();
        var words = Arrays.stream(arguments).map(Object::toString).toList();
        int code = new Watermark(new PrintStream(said, true, StandardCharsets.UTF_8)).run(words);
        return new Outcome(code, said.toString(StandardCharsets.UTF_8));
    }
}
