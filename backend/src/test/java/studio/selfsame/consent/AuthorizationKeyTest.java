package studio.selfsame.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Collections;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuthorizationKeyTest {
    private static final byte[] TEXT = {1, 2, 3};

    @TempDir
    Path home;

    @Test
    void key_firstUse_isMadeForItsOwnerAlone() throws IOException {
        var file = home.resolve("keys").resolve("authorization.key");
        AuthorizationKey.openOrGenerate(file);
        assertThat(Files.size(file)).isEqualTo(32);
        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(Files.getPosixFilePermissions(file.getParent()))
                .isEqualTo(PosixFilePermissions.fromString("rwx------"));
    }

    @Test
    void key_madeTwice_isAnotherEachTime() {
        var one = AuthorizationKey.openOrGenerate(home.resolve("one.key"));
        var other = AuthorizationKey.openOrGenerate(home.resolve("other.key"));
        assertThat(one.sign(TEXT)).isNotEqualTo(other.sign(TEXT));
        assertThat(one.toString()).isEqualTo("AuthorizationKey[HmacSHA256]");
    }

    @Test
    void key_openedAtOnceByMany_isTheSameForAll() throws Exception {
        var file = home.resolve("authorization.key");
        Callable<String> open = () ->
                HexFormat.of().formatHex(AuthorizationKey.openOrGenerate(file).sign(TEXT));
        var signatures = new HashSet<String>();
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (var signature : threads.invokeAll(Collections.nCopies(16, open))) {
                signatures.add(signature.get());
            }
        }
        assertThat(signatures).hasSize(1);
        try (var files = Files.list(home)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void key_damaged_stopsTheStart() throws IOException {
        var file = Files.write(home.resolve("authorization.key"), TEXT);
        assertThatThrownBy(() -> AuthorizationKey.openOrGenerate(file)).hasMessageContaining("is damaged");
    }
}
