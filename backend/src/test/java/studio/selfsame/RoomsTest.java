package studio.selfsame;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.core.ApplicationModules;

/** The walls between the rooms. */
class RoomsTest {
    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("studio.selfsame");

    @Test
    void rooms_dependOnlyOnTheirAllowedNeighbours() {
        ApplicationModules.of(Selfsame.class).verify();
    }

    @Test
    void ffmpeg_isTouchedOnlyByMedia() {
        noClasses()
                .that()
                .resideOutsideOfPackage("studio.selfsame.media..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.bytedeco.ffmpeg..", "org.bytedeco.javacv..")
                .check(MAIN);
    }

    @Test
    void nativeVision_isTouchedOnlyByMediaAndFaceAndLikeness() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "studio.selfsame.media..", "studio.selfsame.face..", "studio.selfsame.likeness..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.bytedeco..")
                .check(MAIN);
    }

    @Test
    void inspectorsChild_knowsNoSpring() {
        noClasses()
                .that()
                .resideInAPackage("studio.selfsame.inspection.child..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework..", "jakarta..", "java.sql..", "studio.selfsame.vault..")
                .check(MAIN);
    }

    @Test
    void training_isTouchedOnlyByLikeness() {
        noClasses()
                .that()
                .resideOutsideOfPackage("studio.selfsame.likeness..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("ai.djl..")
                .check(MAIN);
    }

    /** Such a stream keeps its connection until it is closed; twelve of them and the studio stands still. */
    @Test
    void results_areReadWhole_soThatNoConnectionIsKept() {
        noClasses()
                .should()
                .callMethod(JdbcClient.MappedQuerySpec.class, "stream")
                .orShould()
                .callMethodWhere(target(name("queryForStream")))
                .check(MAIN);
    }
}
