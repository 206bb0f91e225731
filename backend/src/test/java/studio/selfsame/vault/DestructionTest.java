package studio.selfsame.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;
import studio.selfsame.StudioTest;

/**
 * Which backups bring a destroyed key back: none of the database, none of the key folder, both together neither, unless
 * every tombstone and the master key of that time are restored with them.
 */
@StudioTest
class DestructionTest {
    private static final ObjectKey FOOTAGE = new ObjectKey("likeness/one/footage");

    @TempDir
    Path folder;

    @TempDir
    Path backup;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    KeyLedger ledger;

    VaultHome home;
    DataKeyId key;

    @BeforeEach
    void destroyedAfterABackupOfEverything() throws Exception {
        home = new VaultHome(folder);
        var vault = vault();
        key = vault.createKey();
        vault.seal(key, FOOTAGE, out -> out.write(1));
        FileSystemUtils.copyRecursively(folder, backup);

        vault.destroy(key);

        requireDestroyed();
    }

    @Test
    void databaseRestored_alone_bringsNothingBackAndIsToldAgain() throws Exception {
        restoreDatabase();

        requireDestroyed();
        startStudio();
        assertThat(ledger.isDestroyed(key)).isTrue();
    }

    @Test
    void keyFolderRestored_overItsTombstones_bringsNothingBackAndIsClearedAtTheNextStart() throws Exception {
        restoreDatabase();
        Files.delete(tombstone(home.destroyed()));
        FileSystemUtils.copyRecursively(backup.resolve("keys/data"), home.dataKeys());

        requireDestroyed();
        startStudio();
        requireNoKeyFileButTombstones();
    }

    @Test
    void keyFolderAndDatabaseRestored_withoutTheirTombstones_bringNothingBack() throws Exception {
        restoreDatabase();
        restoreKeyFolder();

        requireDestroyed();
        startStudio();
        requireNoKeyFileButTombstones();
        assertThat(ledger.isDestroyed(key)).isTrue();
    }

    @Test
    void allFilesRestored_databaseKept_bringNothingBack() throws Exception {
        restoreKeyFolder();
        FileSystemUtils.deleteRecursively(home.destroyed());

        requireDestroyed();
        startStudio();
        requireNoKeyFileButTombstones();
    }

    @Test
    void everythingRestored_masterKeyRotatedSince_opensNothing() throws Exception {
        KeyRotation.ofHome(folder, Map.of()).rotate();
        restoreDatabase();
        restoreKeyFolder();
        FileSystemUtils.deleteRecursively(home.destroyed());

        startStudio();
        assertThat(vault().isDestroyed(key)).as("nothing remembers").isFalse();
        assertThatThrownBy(() -> vault().read(key, FOOTAGE))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("cannot be unwrapped");
    }

    /** The limit of what software can promise: whoever kept all of it, outside the studio, kept the key. */
    @Test
    void everythingRestored_masterKeyOfThatTimeToo_opensAgain() throws Exception {
        KeyRotation.ofHome(folder, Map.of()).rotate();
        restoreDatabase();
        restoreKeyFolder();
        FileSystemUtils.deleteRecursively(home.destroyed());
        Files.delete(home.masterKey());
        Files.copy(backup.resolve("keys/master.json"), home.masterKey());

        assertThat(vault().read(key, FOOTAGE)).containsExactly(1);
    }

    @Test
    void backupOfDatabaseObjectsAndDataKeys_withAnotherMasterKey_opensNothing() throws Exception {
        restoreDatabase();
        restoreKeyFolder();
        FileSystemUtils.deleteRecursively(home.destroyed());
        Files.delete(home.masterKey());
        FileMasterKey.openOrGenerate(home.masterKey(), folder.resolve("elsewhere"));

        assertThatThrownBy(() -> vault().read(key, FOOTAGE)).hasMessageContaining("cannot be unwrapped");
    }

    private void restoreDatabase() {
        jdbc.sql("update data_key set destroyed_at = null where id = ?")
                .param(key.value())
                .update();
    }

    /** As it was, so without the tombstones that were put there since. */
    private void restoreKeyFolder() throws IOException {
        FileSystemUtils.deleteRecursively(home.dataKeys());
        FileSystemUtils.copyRecursively(backup.resolve("keys/data"), home.dataKeys());
    }

    private void requireDestroyed() throws Exception {
        var vault = vault();
        assertThat(vault.isDestroyed(key)).isTrue();
        assertThatThrownBy(() -> vault.read(key, FOOTAGE)).isInstanceOf(KeyDestroyedException.class);
        assertThatThrownBy(() -> vault.seal(key, FOOTAGE, out -> {})).isInstanceOf(KeyDestroyedException.class);
    }

    private void requireNoKeyFileButTombstones() {
        assertThat(home.dataKeys().resolve(key.value() + DataKeys.KEY_SUFFIX)).doesNotExist();
        assertThat(tombstone(home.dataKeys())).exists();
        assertThat(tombstone(home.destroyed())).exists();
    }

    private Path tombstone(Path in) {
        return in.resolve(key.value() + Tombstones.SUFFIX);
    }

    private void startStudio() throws Exception {
        new VaultStart(keys(), unwatched(), ledger).reconcile();
    }

    private Vault vault() throws Exception {
        return new EnvelopeVault(keys(), unwatched(), ledger, new FilesystemObjectStore(home.objects()));
    }

    private DataKeys keys() throws Exception {
        return new DataKeys(
                home.dataKeys(), home.destroyed(), FileMasterKey.openOrGenerate(home.masterKey(), home.dataKeys()));
    }

    /** The shared studio's rotations are not this one's. */
    private MasterKeyWatch unwatched() {
        return new MasterKeyWatch(new ForeignMasterKey(), ledger);
    }
}
