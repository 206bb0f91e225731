package studio.selfsame;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.selfsame.media.MediaReader;
import studio.selfsame.media.SoundReader;

/**
 * Footage is kept with its sound, and the box for the voice may be empty: so nothing that handles footage may listen to it. The one
 * thing that learns from it asks for the box, and is named here.
 */
class VoiceTest {
    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("studio.selfsame");

    /** Finished files, not footage: the mark in their sound is read. The command line does both to files of its user. */
    private static final String[] LISTENING = {
        "studio.selfsame.media..",
        "studio.selfsame.inspection..",
        "studio.selfsame.sealing..",
        "studio.selfsame.command.."
    };

    /** Asks the register whether the box was ticked: LikenessVoiceTest. */
    private static final String ASKING = "studio.selfsame.likeness.EnrolledVoice";

    /** Hears what its author sends with a performance in order that it is heard; footage it never holds. */
    private static final String SENT = "studio.selfsame.performance.RecordedSounds";

    @ParameterizedTest
    @ValueSource(strings = {"readAudio", "sound"})
    void soundOfAFile_isReadByNothingThatHandlesFootage(String reads) {
        listening(reads).check(MAIN);
    }

    @Test
    void soundOfAFile_pieceByPiece_isKnownToNothingThatHandlesFootage() {
        noClasses()
                .that()
                .resideOutsideOfPackages(LISTENING)
                .should()
                .dependOnClassesThat()
                .areAssignableTo(SoundReader.class)
                .check(MAIN);
    }

    private static ArchRule listening(String reads) {
        return noClasses()
                .that()
                .resideOutsideOfPackages(LISTENING)
                .and()
                .doNotHaveFullyQualifiedName(ASKING)
                .and()
                .doNotHaveFullyQualifiedName(SENT)
                .should()
                .callMethod(MediaReader.class, reads, int.class, int.class);
    }
}
