package studio.selfsame.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.ContextConsumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import studio.selfsame.problem.ProblemException;

/** Which master key a studio gets by which configuration. */
class MasterKeyConfigurationTest {
    @TempDir
    Path home;

    @Test
    void masterKey_byDefault_liesInAFile() {
        studio().run(works(FileMasterKey.class));
        assertThat(home.resolve("keys/master.json")).exists();
    }

    @Test
    void masterKey_pkcs11_liesInTheToken() throws Exception {
        inToken("pin-file", SoftHsm.pinFile(home).toString()).run(works(Pkcs11MasterKey.class));
        assertThat(home.resolve("keys/master.json")).doesNotExist();
    }

    @Test
    void masterKey_broughtByTheApplication_wrapsInPlaceOfOurs() {
        studio().withUserConfiguration(KeyService.class).run(context -> {
            works(ForeignMasterKey.class).accept(context);
            assertThat(context.getBean(ForeignMasterKey.class).wrapped).isEqualTo(1);
            var rotation = context.getBean(KeyRotation.class);
            assertThatThrownBy(rotation::rotate).isInstanceOf(ProblemException.class);
        });
        assertThat(home.resolve("keys/master.json")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource({
        "master-key, kms, allowed is file or pkcs11",
        "pkcs11.library, /nowhere/lib.so, the absolute path of a PKCS#11 library",
        "pkcs11.library, relative.so, the absolute path of a PKCS#11 library",
        "pkcs11.slot, -1, a decimal number from 0 to",
        "pkcs11.key-label, two words, '1 to 24 letters, digits'",
        "pkcs11.pin-file, /nowhere/pin, a file that can be read",
        "pkcs11.pin-variable, SELFSAME_NOT_SET, a file"
    })
    void setting_thatCannotWork_stopsTheStartAndSaysWhatCan(String name, String value, String allowed)
            throws Exception {
        inToken("pin-file", SoftHsm.pinFile(home).toString())
                .withPropertyValues("selfsame.vault." + name + "=" + value)
                .run(context -> assertThat(problem(context))
                        .contains("selfsame.vault.")
                        .contains(allowed)
                        .doesNotContain(SoftHsm.PIN));
    }

    @Test
    void pin_fromAVariableThatIsNotSet_stopsTheStart() {
        inToken("pin-variable", "SELFSAME_NOT_SET")
                .run(context -> assertThat(problem(context))
                        .contains("`selfsame.vault.pkcs11.pin-variable` is `SELFSAME_NOT_SET`"));
    }

    @Test
    void pin_missing_stopsTheStart() throws Exception {
        var empty = Files.createFile(home.resolve("empty"));

        inToken("pin-file", empty.toString())
                .run(context -> assertThat(problem(context)).contains("whose first line is the PIN"));
        inToken("slot", Long.toString(SoftHsm.SLOT))
                .run(context -> assertThat(problem(context)).contains("pin-file` is not set"));
    }

    @Configuration(proxyBeanMethods = false)
    static class KeyService {
        @Bean
        ForeignMasterKey keptInAService() {
            return new ForeignMasterKey();
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(VaultProperties.class)
    static class Settings {}

    private ApplicationContextRunner studio() {
        return new ApplicationContextRunner()
                .withPropertyValues("selfsame.home=" + home)
                .withUserConfiguration(Settings.class, VaultConfiguration.class)
                .withConfiguration(AutoConfigurations.of(MasterKeyConfiguration.class));
    }

    private ApplicationContextRunner inToken(String name, String value) {
        return studio().withPropertyValues(
                        "selfsame.vault.master-key=pkcs11",
                        "selfsame.vault.pkcs11.library=" + SoftHsm.LIBRARY,
                        "selfsame.vault.pkcs11.slot=" + SoftHsm.SLOT,
                        "selfsame.vault.pkcs11.key-label=" + SoftHsm.freshLabel(),
                        "selfsame.vault.pkcs11." + name + "=" + value);
    }

    private static ContextConsumer<AssertableApplicationContext> works(Class<? extends MasterKey> kind) {
        return context -> {
            assertThat(context).hasNotFailed().hasSingleBean(MasterKey.class);
            assertThat(context.getBean(MasterKey.class)).isInstanceOf(kind);
            var keys = context.getBean(DataKeys.class);
            Sealed.by(keys, keys.create()).requireOpenBy(keys);
        };
    }

    /** The problem that a person is told. */
    private static String problem(AssertableApplicationContext context) {
        assertThat(context).hasFailed();
        for (Throwable cause = context.getStartupFailure(); cause != null; cause = cause.getCause()) {
            if (cause instanceof ProblemException problem) {
                return problem.problem().toString();
            }
        }
        throw new AssertionError("not a problem in plain words", context.getStartupFailure());
    }
}
