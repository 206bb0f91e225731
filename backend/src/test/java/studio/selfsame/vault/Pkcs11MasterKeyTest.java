package studio.selfsame.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class Pkcs11MasterKeyTest {
    private static final byte[] CONTEXT = "a data key".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    VaultHome home;
    Pkcs11Properties settings;
    Pkcs11MasterKey master;

    @BeforeEach
    void keyInAToken() throws Exception {
        home = new VaultHome(folder);
        settings = SoftHsm.settings(SoftHsm.freshLabel(), folder);
        master = Pkcs11MasterKey.openOrGenerate(settings, home);
    }

    @Test
    void wrap_thenUnwrapped_isTheSameKey() throws Exception {
        var bare = ObjectStoreContract.random(32);

        var wrapped = master.wrap(bare, CONTEXT);

        assertThat(wrapped).hasSize(5 + 12 + 32 + 16);
        assertThat(master.unwrap(wrapped, CONTEXT)).isEqualTo(bare);
        assertThat(master.wrap(bare, CONTEXT))
                .as("a fresh initialisation vector")
                .isNotEqualTo(wrapped);
        assertThat(master.versionOf(wrapped)).isEqualTo("v1");
    }

    @Test
    void unwrap_changedAnywhereOrInAnotherContext_isRefused() throws Exception {
        var wrapped = master.wrap(new byte[32], CONTEXT);

        for (int i = 0; i < wrapped.length; i++) {
            var changed = wrapped.clone();
            changed[i] ^= 1;
            assertThatThrownBy(() -> master.unwrap(changed, CONTEXT))
                    .as("byte %d", i)
                    .isInstanceOf(GeneralSecurityException.class);
        }
        assertThatThrownBy(() -> master.unwrap(wrapped, new byte[0])).isInstanceOf(GeneralSecurityException.class);
        assertThatThrownBy(() -> master.unwrap(new byte[5], CONTEXT)).isInstanceOf(GeneralSecurityException.class);
    }

    @Test
    void masterKey_inTheToken_cannotBeReadOut() throws Exception {
        var key = Pkcs11Token.open(settings).key(settings.keyLabel() + "-v1");

        assertThat(key).isNotNull();
        assertThat(key.getEncoded()).isNull();
    }

    @Test
    void rotate_keysInAToken_leavesOneVersionThatOpensAll() throws Exception {
        var keys = new DataKeys(home.dataKeys(), home.destroyed(), master);
        var id = keys.create();
        var sealed = Sealed.by(keys, id);
        var backup = Files.readAllBytes(home.dataKeys().resolve(id.value() + ".key"));
        var otherProcess =
                new DataKeys(home.dataKeys(), home.destroyed(), Pkcs11MasterKey.openOrGenerate(settings, home));
        sealed.requireOpenBy(otherProcess);

        var outcome = new KeyRotation(home, keys, master).rotate();

        assertThat(outcome).isEqualTo(new KeyRotation.Outcome("v2", false, 1, List.of("v1"), List.of()));
        sealed.requireOpenBy(keys);
        sealed.requireOpenBy(otherProcess);
        assertThat(Pkcs11Token.open(settings).labels())
                .contains(settings.keyLabel() + "-v2")
                .doesNotContain(settings.keyLabel() + "-v1");
        Files.write(home.dataKeys().resolve(id.value() + ".key"), backup);
        for (var each : List.of(keys, otherProcess)) {
            assertThatThrownBy(() -> each.cipher(id)).isInstanceOf(GeneralSecurityException.class);
        }
    }

    @Test
    void rotate_byAnotherProcess_isSeenByThisOneAtItsNextUse() throws Exception {
        var keys = new DataKeys(home.dataKeys(), home.destroyed(), master);
        var sealed = Sealed.by(keys, keys.create());

        var rotating = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "studio.selfsame.command.Launch",
                        "keys",
                        "rotate",
                        "--selfsame.home=" + folder,
                        "--selfsame.vault.master-key=pkcs11",
                        "--selfsame.vault.pkcs11.library=" + settings.library(),
                        "--selfsame.vault.pkcs11.slot=" + settings.slot(),
                        "--selfsame.vault.pkcs11.key-label=" + settings.keyLabel(),
                        "--selfsame.vault.pkcs11.pin-file=" + settings.pinFile())
                .inheritIO()
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(rotating.waitFor(60, TimeUnit.SECONDS)).isTrue();

        assertThat(rotating.exitValue()).isZero();
        sealed.requireOpenBy(keys);
        assertThat(master.versions()).containsExactly("v2");
        assertThat(keys.wrappedBy(keys.create(), master)).isEqualTo("v2");
    }

    @Test
    void masterKey_goneWhileThereAreDataKeys_isNotMadeAnew() throws Exception {
        new DataKeys(home.dataKeys(), home.destroyed(), master).create();
        var elsewhere = SoftHsm.settings(SoftHsm.freshLabel(), folder);

        assertThatThrownBy(() -> Pkcs11MasterKey.openOrGenerate(elsewhere, home))
                .hasMessageContaining("has no key `" + elsewhere.keyLabel());
        assertThat(Pkcs11Token.open(elsewhere).labels()).noneMatch(label -> label.startsWith(elsewhere.keyLabel()));
    }

    @Test
    void token_withAWrongPin_isRefusedWithoutSayingIt() throws Exception {
        var wrong = Files.writeString(folder.resolve("wrong"), "0000-1111");
        var settings = new Pkcs11Properties(SoftHsm.LIBRARY, SoftHsm.SLOT + 1, "key", wrong, null);

        assertThatThrownBy(() -> Pkcs11Token.open(settings))
                .hasMessageContaining("selfsame.vault.pkcs11.slot")
                .hasStackTraceContaining("slot")
                .satisfies(failure -> assertThat(failure.toString()).doesNotContain("0000-1111"));
        assertThat(master.toString() + settings).doesNotContain("0000-1111").doesNotContain(SoftHsm.PIN);
    }
}
