package studio.selfsame.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.selfsame.media.FrameRate;
import studio.selfsame.media.MediaProbe;
import studio.selfsame.problem.ProblemException;
import studio.selfsame.watermark.Alteration;
import studio.selfsame.watermark.Detection;
import studio.selfsame.watermark.Payload;
import studio.selfsame.watermark.Search;

class WatermarkOptionsTest {
    @TempDir
    Path folder;

    @Test
    void detection_asked_searchesInFullUnlessToldOtherwise() {
        assertThat(WatermarkOptions.parse(List.of("detect", "--key", "a", "f.mp4", "--key", "b", "--json")))
                .isEqualTo(new WatermarkOptions.Detect(
                        Path.of("f.mp4"), List.of(Path.of("a"), Path.of("b")), true, Search.FULL));
        assertThat(WatermarkOptions.parse(List.of("detect", "f.mp4", "--common", "--key", "a")))
                .isEqualTo(new WatermarkOptions.Detect(Path.of("f.mp4"), List.of(Path.of("a")), false, Search.COMMON));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "conjure",
                "detect",
                "detect f.mp4",
                "detect f.mp4 g.mp4 --key k",
                "detect f.mp4 --key",
                "detect f.mp4 --key k --name n",
                "embed a.mp4 b.mp4 --key k",
                "embed a.mp4 b.mp4 --id 12 --key k",
                "embed a.mp4 b.mp4 --id 0011223344556677",
                "embed a.mp4 b.mp4 --id 0011223344556677 --key k --key l",
                "embed a.mp4 --id 0011223344556677 --key k",
                "key",
                "key k --json"
            })
    void arguments_ofNoForm_areRefusedWithTheForms(String line) {
        var words = line.isEmpty() ? List.<String>of() : List.of(line.split(" "));
        assertThatThrownBy(() -> WatermarkOptions.parse(words))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().remedy()).contains("./selfsame watermark"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "own", "own xyzzy", "own 0a0a", "own xyzzy more", "o/n XYZZY"})
    void keyFile_broken_isRefusedAndItsContentIsNotShown(String line) throws Exception {
        Path file = Files.writeString(folder.resolve("some.key"), line.replace("XYZZY", "0a".repeat(32)) + "\n");
        assertThatThrownBy(() -> WatermarkKeys.read(List.of(file)))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("some.key")
                .hasMessageNotContaining("xyzzy")
                .hasMessageNotContaining("0a0a");
    }

    @Test
    void keyFiles_withOneNameForTwoSecrets_areRefused() throws Exception {
        Path one = Files.writeString(folder.resolve("one"), "studio-1 " + "0a".repeat(32) + "\n");
        Path two = Files.writeString(folder.resolve("two"), "studio-1 " + "0b".repeat(32) + "\n");
        assertThatThrownBy(() -> WatermarkKeys.read(List.of(one, two))).hasMessageContaining("same name");
        assertThat(WatermarkKeys.read(List.of(one, one))).hasSize(1);
    }

    @Test
    void material_thatEightBitsWouldDamage_isRefused() {
        assertThatThrownBy(() -> check(new MediaProbe.Coding(10, true, false))).hasMessageContaining("HDR");
        assertThatThrownBy(() -> check(new MediaProbe.Coding(10, false, false))).hasMessageContaining("10 bits");
        assertThatThrownBy(() -> check(new MediaProbe.Coding(8, false, true))).hasMessageContaining("interlaced");
        check(MediaProbe.Coding.PLAIN);
    }

    @Test
    void tracks_withDifferentIds_areSaidToDisagree() {
        var picture = WatermarkTrack.of(found(1, new Alteration.OfPicture(1, 1, 2, true, 1)), Optional.empty(), 5);
        var sound = WatermarkTrack.of(found(2, new Alteration.OfSound(1.05, 1)), Optional.empty(), 5);

        WatermarkFindings findings = WatermarkFindings.of(picture, sound, 10);

        assertThat(findings.agree()).contains(false);
        assertThat(String.join("\n", findings.told()))
                .contains("DISAGREE", "mirrored, turned by", "1.05 times as fast");
    }

    @Test
    void damagedTrack_withoutAFind_isInconclusiveNotAbsent() {
        var track = WatermarkTrack.of(new Detection.Absent(), Optional.of("only in part"), 5);
        assertThat(track.state()).isEqualTo("inconclusive");
        assertThat(track.told("picture")).contains("only in part");
    }

    private static Detection found(long id, Alteration alteration) {
        return new Detection.Found(new Payload(id), "own", 0.9, 2_000_000, alteration);
    }

    private static void check(MediaProbe.Coding coding) {
        var video = new MediaProbe.Video("hevc", 640, 360, new FrameRate(25, 1), false, coding);
        WatermarkLimits.check(
                new MediaProbe("mp4", 1_000_000, Optional.of(video), Optional.empty()), Path.of("out.mp4"));
    }
}
