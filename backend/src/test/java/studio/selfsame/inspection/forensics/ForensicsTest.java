package studio.selfsame.inspection.forensics;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.selfsame.face.FaceTrackers;
import studio.selfsame.media.Media;
import studio.selfsame.problem.ProblemException;
import tools.jackson.databind.json.JsonMapper;

/** Whole videos. */
class ForensicsTest {
    private static final Duration ENOUGH = Duration.ofMinutes(2);

    private final Forensics forensics = new Forensics(Media.alone(), FaceTrackers.alone());

    @TempDir
    Path folder;

    @Test
    void presenter_ofFourSeconds_isMeasuredExceptForBlinks() throws Exception {
        List<Signal> signals = forensics.examine(source("ada_4s.mp4"), ENOUGH);

        assertThat(signals)
                .extracting(Signal::kind)
                .containsExactly(List.of(Kind.values()).stream().map(Kind::id).toArray(String[]::new));
        assertThat(signals).allSatisfy(signal -> {
            boolean blinks = signal.kind().startsWith("blink");
            assertThat(signal.unmeasurable() == null).as(signal.toString()).isNotEqualTo(blinks);
            assertThat(signal.words()).endsWith(".").doesNotContainIgnoringCase("genuine");
        });
        Signal flicker = signals.get(Kind.FLICKER.ordinal());
        assertThat(flicker.series()).extracting(Signal.Point::seconds).containsExactly(0.0, 1.0, 2.0, 3.0);
        assertThat(4 * Objects.requireNonNull(flicker.figure())).isEqualTo(Math.rint(4 * flicker.figure()));

        JsonMapper json = new JsonMapper();
        for (Signal signal : signals) {
            assertThat(json.readValue(json.writeValueAsString(signal), Signal.class))
                    .isEqualTo(signal);
        }
    }

    @Test
    void video_withoutAFace_hasNoSignals() throws Exception {
        assertThat(forensics.examine(source("ten-seconds.mp4"), ENOUGH)).isEmpty();
    }

    @Test
    void budget_thatIsSpent_endsTheSearchAtOnce() throws Exception {
        List<Integer> opened = new ArrayList<>();
        Forensics idle = new Forensics(Media.alone(), () -> {
            opened.add(1);
            throw new AssertionError("no model is loaded for nothing");
        });
        assertThat(idle.examine(source("ada_4s.mp4"), Duration.ZERO)).isEmpty();
        assertThat(opened).isEmpty();
    }

    @Test
    void file_thatIsNoMedia_isAProblem() throws Exception {
        Path text = Files.writeString(folder.resolve("text.mp4"), "no film");
        assertThatThrownBy(() -> forensics.examine(() -> Files.newByteChannel(text), ENOUGH))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void forensics_knowNoStudio() {
        noClasses()
                .that()
                .resideInAPackage("studio.selfsame.inspection.forensics")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework..", "studio.selfsame.sealing..", "studio.selfsame.vault..")
                .check(new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("studio.selfsame.inspection.forensics"));
    }

    private static Forensics.Source source(String name) throws Exception {
        Path file = Path.of(Objects.requireNonNull(ForensicsTest.class.getResource("/footage/" + name))
                .toURI());
        return () -> Files.newByteChannel(file);
    }
}
