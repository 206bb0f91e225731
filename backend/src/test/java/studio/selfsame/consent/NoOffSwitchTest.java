package studio.selfsame.consent;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaClass.Predicates;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;
import org.springframework.context.annotation.Configuration;

/** Nothing that can be configured, and no class of another room, gets past the consent check. */
class NoOffSwitchTest {
    // The studio's own classes tell all there is to know; reading every library's takes half a minute.
    private static final JavaClasses STUDIO = ArchConfiguration.withThreadLocalScope(configuration -> {
        configuration.setResolveMissingDependenciesFromClassPath(false);
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("studio.selfsame");
    });
    private static final String HERE = "studio.selfsame.consent";

    @Test
    void authorization_anywhereElse_cannotBeConstructed() {
        assertThat(Authorization.class.getDeclaredConstructors())
                .allSatisfy(
                        constructor -> assertThat(constructor.getModifiers() & (Modifier.PUBLIC | Modifier.PROTECTED))
                                .isZero());
        assertThat(Modifier.isFinal(Authorization.class.getModifiers())).isTrue();
        noClasses()
                .that()
                .resideOutsideOfPackage(HERE)
                .should()
                .callConstructorWhere(com.tngtech.archunit.core.domain.JavaCall.Predicates.target(
                        com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner(
                                Predicates.assignableTo(Authorization.class))))
                .check(STUDIO);
    }

    @Test
    void authorizer_inTheStudio_isThatOfThisRoomOnly() {
        assertThat(STUDIO.get(Authorizer.class).getAllSubclasses())
                .extracting(type -> type.getName())
                .containsExactly(PolicyAuthorizer.class.getName());
        assertThat(STUDIO.get(LikenessRegister.class).getAllSubclasses())
                .extracting(type -> type.getName())
                .containsExactly(StoredLikenessRegister.class.getName());
    }

    @Test
    void settings_ofThisRoom_areOneDuration() {
        assertThat(ConsentSettings.class.getRecordComponents())
                .extracting(component -> component.getType() + " " + component.getName())
                .containsExactly(Duration.class + " authorizationValidity");
    }

    @Test
    void code_thatDecides_readsNoConfigurationAndIsNeverConditional() {
        var switches = Predicates.resideInAnyPackage(
                        "org.springframework.core.env..", "org.springframework.boot.autoconfigure.condition..")
                .or(Predicates.type(System.class))
                .or(Predicates.type(org.springframework.context.annotation.Profile.class))
                .or(Predicates.type(org.springframework.context.annotation.Conditional.class))
                .or(Predicates.type(org.springframework.beans.factory.annotation.Value.class));
        noClasses()
                .that()
                .resideInAnyPackage(HERE, "studio.selfsame.policy")
                .and()
                .doNotHaveFullyQualifiedName(ConsentConfiguration.class.getName())
                .should()
                .dependOnClassesThat(switches)
                .check(STUDIO);
        assertThat(Arrays.stream(ConsentConfiguration.class.getDeclaredMethods())
                        .flatMap(method -> Stream.of(method.getParameters()))
                        .map(parameter ->
                                parameter.getAnnotation(org.springframework.beans.factory.annotation.Value.class))
                        .filter(java.util.Objects::nonNull)
                        .map(org.springframework.beans.factory.annotation.Value::value))
                .containsExactly("${selfsame.home}");
    }

    @Configuration
    @EnableConfigurationProperties(ConsentSettings.class)
    static class Settings {}

    @ParameterizedTest
    @ValueSource(strings = {"0s", "-1h", "59s", "24h1s", "3650d", "never", "off"})
    void validity_outOfRange_stopsTheStartAndNamesTheKey(String value) {
        settings(value)
                .run(context -> assertThat(context)
                        .hasFailed()
                        .getFailure()
                        .rootCause()
                        .satisfies(failure -> assertThat(chain(context.getStartupFailure()))
                                .containsIgnoringCase("selfsame.consent")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1m", "6h", "24h"})
    void validity_inRange_isTaken(String value) {
        settings(value).run(context -> assertThat(context).hasNotFailed());
    }

    private static ApplicationContextRunner settings(String validity) {
        return new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
                .withUserConfiguration(Settings.class)
                .withPropertyValues("selfsame.consent.authorization-validity=" + validity);
    }

    private static String chain(Throwable failure) {
        var text = new StringBuilder();
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            text.append(cause.getMessage()).append('\n');
        }
        return text.toString();
    }
}
