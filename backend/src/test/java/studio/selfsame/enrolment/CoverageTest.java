package studio.selfsame.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import studio.selfsame.enrolment.Coverage.Cell;
import studio.selfsame.enrolment.Coverage.Measure;
import studio.selfsame.face.FaceObservation;
import studio.selfsame.face.HeadPose;
import studio.selfsame.face.HeadPosition;
import studio.selfsame.face.Landmarks;
import studio.selfsame.speech.Phone;
import studio.selfsame.speech.PhonemeTimeline;

class CoverageTest {
    private static final Clip CLIP = new Clip(120, 640, 480, 25);
    private static final int MINUTE = 1500;

    @Test
    void head_neverTurnedLeft_isToldWhatToRead() {
        Coverage coverage = cover(MINUTE, i -> i % 100 < 10 ? -12 : 0, i -> 0);
        assertThat(coverage.poses().cells()).hasSize(15);
        assertThat(cell(coverage, 1, 2)).isEqualTo(new Cell(1, 2, "straight ahead", 54, 20, ""));
        assertThat(cell(coverage, 1, 1)).isEqualTo(new Cell(1, 1, "a little to your right", 6, 2, ""));
        assertThat(cell(coverage, 1, 3))
                .isEqualTo(new Cell(
                        1,
                        3,
                        "a little to your left",
                        0,
                        2,
                        "Read the second paragraph again, looking a little to your left."));
        assertThat(cell(coverage, 0, 4)).isEqualTo(new Cell(0, 4, "far to your left and a little up", 0, 0, ""));
    }

    @Test
    void head_alwaysHeldAside_isAheadForThisPersonAndCamera() {
        assertThat(cell(cover(MINUTE, i -> -15, i -> 0), 1, 2).seconds()).isEqualTo(60);
    }

    @Test
    void mouth_openedTenTimes_isCounted() {
        Coverage coverage = cover(MINUTE, i -> 0, i -> i % 150 < 10 ? 0.3 : i % 150 < 20 ? 0.1 : 0);
        Map<String, Measure> shapes = measures(coverage);
        assertThat(shapes.get("open").have()).isEqualTo(10);
        assertThat(shapes.get("open").remedy()).isEmpty();
        assertThat(shapes.get("half").have()).isEqualTo(10);
        assertThat(shapes.get("closed").have()).isEqualTo(10);
        assertThat(shapes.get("rounded").have()).isZero();
        assertThat(shapes.get("rounded").remedy()).contains("blue moon");
        assertThat(shapes).doesNotContainKey("teeth");
        assertThat(shapes.get("opening").have()).isBetween(9.0, 31.0);
        assertThat(coverage.mouthShapesFrom()).isEqualTo(Coverage.Basis.LIPS);
    }

    @Test
    void mouth_openedForASingleFrame_isNoise() {
        assertThat(measures(cover(MINUTE, i -> 0, i -> i % 150 == 75 ? 0.3 : 0))
                        .get("open")
                        .have())
                .isZero();
    }

    @Test
    void eyesAndLight_ofAMinute_areMeasured() {
        Map<String, Measure> measures = measures(cover(MINUTE, i -> 0, i -> 0));
        assertThat(measures.get("usable"))
                .isEqualTo(Measure.of("usable", "Usable footage", 60, 60, Coverage.Unit.SECONDS, ""));
        assertThat(measures.get("blinks").have()).isEqualTo(6);
        assertThat(measures.get("gaze-aside").have()).isEqualTo(12);
        assertThat(measures.get("gaze-ahead").have()).isEqualTo(48);
        assertThat(measures.get("steadiness").have()).isEqualTo(70);
        assertThat(measures.get("steadiness").remedy()).contains("same light");
    }

    @Test
    void heard_soundsWhileTheMouthIsSeen_areCountedInsteadOfLips() {
        List<Phone> phones = List.of(
                new Phone("f", 0, 100_000),
                new Phone("iy", 100_000, 200_000),
                new Phone("f", 200_000, 300_000),
                new Phone("pau", 300_000, 400_000));
        Coverage heard =
                cover(100, i -> 0, i -> 0).heard(new PhonemeTimeline(phones, List.of()), time -> time < 200_000);
        assertThat(heard.mouthShapesFrom()).isEqualTo(Coverage.Basis.VOICE);
        Map<String, Measure> shapes = measures(heard);
        assertThat(shapes.get("teeth").have()).isEqualTo(1);
        assertThat(shapes.get("spread").have()).isEqualTo(1);
        assertThat(shapes.get("closed").have()).isZero();
        assertThat(shapes).containsKey("usable");
    }

    @Test
    void nothingUsable_hasFiguresAllTheSame() {
        Coverage nothing = FootageCoverage.of(CLIP, List.of());
        assertThat(measures(nothing).values()).allSatisfy(measure -> {
            assertThat(measure.have()).isZero();
            assertThat(measure.remedy()).isNotEmpty();
        });
    }

    private static Cell cell(Coverage coverage, int row, int column) {
        return coverage.poses().cells().get(5 * row + column);
    }

    private static Map<String, Measure> measures(Coverage coverage) {
        return coverage.parts().stream()
                .flatMap(part -> part.measures().stream())
                .collect(Collectors.toMap(Measure::code, measure -> measure));
    }

    /** Blinks every ten seconds, looks aside a fifth of the time, and a cloud passes in the last three tenths. */
    private static Coverage cover(int frames, IntToDoubleFunction yawDeg, IntToDoubleFunction open) {
        return FootageCoverage.of(
                CLIP,
                IntStream.range(0, frames)
                        .mapToObj(i -> new FaceObservation(
                                i,
                                i * 40_000L,
                                new FaceObservation.Box(100, 100, 160, 200),
                                lips(),
                                new HeadPose(yawDeg.applyAsDouble(i), 0, 0),
                                new HeadPosition(200, 200, 10),
                                1,
                                0.3,
                                new FaceObservation.Eyes(
                                        0.3, 0.3, i % 250 < 5 ? 1 : 0, i % 250 < 5 ? 1 : 0, i % 5 == 0 ? 15 : 0, 0),
                                open.applyAsDouble(i),
                                0,
                                200,
                                i < 0.7 * frames ? 110 : 140,
                                FaceObservation.Pixels.UNKNOWN))
                        .toList());
    }

    private static Landmarks lips() {
        float[] x = new float[478];
        x[263] = 100;
        x[362] = 100;
        x[61] = 30;
        x[291] = 70;
        return new Landmarks(x, new float[478], new float[478]);
    }
}
