package studio.selfsame.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.selfsame.vault.SoftHsm;

class KeysTest {
    @TempDir
    Path home;

    @Test
    void rotate_keysInAFile_saysHowManyAndEndsWithNought() throws Exception {
        Files.createDirectories(home.resolve("keys/data"));

        var first = keys("rotate", "--selfsame.home=" + home);

        assertThat(first.said()).contains("Data keys re-wrapped: 0, by version ", "Earlier versions destroyed: ");
        assertThat(first.code()).isZero();
        assertThat(home.resolve("keys/master.json")).exists();
    }

    @Test
    void rotate_keysInAToken_doesSoWithoutSayingThePin() throws Exception {
        Files.createDirectories(home.resolve("keys/data"));

        var rotated = keys(
                "rotate",
                "--selfsame.home=" + home,
                "--selfsame.vault.master-key=pkcs11",
                "--selfsame.vault.pkcs11.library=" + SoftHsm.LIBRARY,
                "--selfsame.vault.pkcs11.slot=" + SoftHsm.SLOT,
                "--selfsame.vault.pkcs11.key-label=command",
                "--selfsame.vault.pkcs11.pin-file=" + SoftHsm.pinFile(home));

        assertThat(rotated.said())
                .contains("by version v2 of the master key", "Earlier versions destroyed: v1.")
                .doesNotContain(SoftHsm.PIN);
        assertThat(rotated.code()).isZero();
        assertThat(home.resolve("keys/master.json")).doesNotExist();
    }

    @Test
    void rotate_damagedKey_isNamedAndEndsWithTwo() throws Exception {
        Files.createDirectories(home.resolve("keys/data"));
        assertThat(keys("rotate", "--selfsame.home=" + home).code()).isZero();
        Files.write(home.resolve("keys/data/00000000-0000-4000-8000-000000000001.key"), new byte[61]);

        var rotated = keys("rotate", "--selfsame.home=" + home);

        assertThat(rotated.code()).isEqualTo(2);
        assertThat(rotated.said()).contains("00000000-0000-4000-8000-000000000001", "Put these key files back");
    }

    @Test
    void keys_thatCannotBe_areRefusedInPlainWords() {
        var nowhere = home.resolve("nowhere");

        assertThat(new Keys().run(List.of())).isEqualTo(2);
        assertThat(new Keys().run(List.of("rotate", "--selfsame.home=" + nowhere)))
                .isEqualTo(2);
        assertThat(new Keys().run(List.of("rotate", "now"))).isEqualTo(2);
        assertThat(nowhere).doesNotExist();
    }

    @Test
    void rotate_settingThatIsNone_saysWhatIsAllowed() throws Exception {
        Files.createDirectories(home.resolve("keys/data"));

        var refused = keys("rotate", "--selfsame.home=" + home, "--selfsame.vault.master-key=kms");

        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.said()).contains("`selfsame.vault.master-key` is `kms`; allowed is file or pkcs11.");
    }

    private Launcher.Outcome keys(String... arguments) throws Exception {
        var line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Launch.class.getName(),
                "keys"));
        line.addAll(List.of(arguments));
        return Launcher.run(home, line);
    }
}
