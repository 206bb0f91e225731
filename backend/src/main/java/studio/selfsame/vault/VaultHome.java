package studio.selfsame.vault;

import java.nio.file.Path;

/**
 * Where the vault's files lie below {@code selfsame.home}.
 *
 * @param path absolute
 */
record VaultHome(Path path) {
    static VaultHome of(String home) {
        return new VaultHome(Path.of(home).toAbsolutePath().normalize());
    }

    Path masterKey() {
        return path.resolve("keys/master.json");
    }

    Path rotationLock() {
        return path.resolve("keys/rotation.lock");
    }

    Path dataKeys() {
        return path.resolve("keys/data");
    }

    /** Tombstones alone, apart from keys: the one folder of which no older state may ever be put back. */
    Path destroyed() {
        return path.resolve("destroyed");
    }

    Path objects() {
        return path.resolve("objects");
    }
}
