package studio.selfsame.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import studio.selfsame.StudioTest;

@StudioTest
class VaultTest {
    private static final ObjectKey MODEL = new ObjectKey("likeness/one/model");

    @TempDir
    Path home;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    KeyLedger ledger;

    @Autowired
    Vault beanOfTheStudio;

    Path dataKeys;
    ObjectStore store;
    Vault vault;

    @BeforeEach
    void emptyVault() throws Exception {
        dataKeys = home.resolve("keys/data");
        store = new FilesystemObjectStore(home.resolve("objects"));
        vault = openVault(store);
    }

    @Test
    void seal_thenOpened_readsAnywhere() throws Exception {
        var plain = ObjectStoreContract.random(200_000);
        var key = vault.createKey();
        vault.seal(key, MODEL, out -> out.write(plain));

        assertThat(vault.read(key, MODEL)).isEqualTo(plain);
        try (var channel = vault.open(key, MODEL)) {
            assertThat(channel.size()).isEqualTo(plain.length);
            for (int start : new int[] {199_990, 65_500, 0}) {
                var some = ByteBuffer.allocate(10);
                channel.position(start);
                while (some.hasRemaining()) {
                    channel.read(some);
                }
                assertThat(some.array()).isEqualTo(Arrays.copyOfRange(plain, start, start + 10));
            }
        }
    }

    @Test
    void seal_ofNothing_opensAsNothing() throws Exception {
        var key = vault.createKey();
        vault.seal(key, MODEL, out -> {});

        assertThat(vault.read(key, MODEL)).isEmpty();
    }

    @Test
    void seal_anything_leavesNoPlaintextAtRest() throws Exception {
        var key = vault.createKey();
        vault.seal(key, MODEL, out -> out.write("the face of Ada".repeat(50).getBytes(StandardCharsets.UTF_8)));

        assertThat(new String(stored(), StandardCharsets.ISO_8859_1)).doesNotContain("Ada");
    }

    @Test
    void open_tampered_isRefused() throws Exception {
        var key = vault.createKey();
        vault.seal(key, MODEL, out -> out.write(new byte[1000]));
        var bytes = stored();
        bytes[bytes.length / 2] ^= 1;
        store.put(MODEL, out -> out.write(bytes));

        assertThatThrownBy(() -> vault.read(key, MODEL)).isInstanceOf(IOException.class);
    }

    @Test
    void open_cutShortToNothing_isRefused() throws Exception {
        var key = vault.createKey();
        vault.seal(key, MODEL, out -> out.write(new byte[1000]));
        var headerAndTag = Arrays.copyOf(stored(), 56);
        store.put(MODEL, out -> out.write(headerAndTag));

        assertThatThrownBy(() -> vault.read(key, MODEL)).isInstanceOf(IOException.class);
    }

    @Test
    void open_movedToAnotherObjectKey_isRefused() throws Exception {
        var key = vault.createKey();
        vault.seal(key, MODEL, out -> out.write(new byte[1000]));
        var elsewhere = new ObjectKey("likeness/two/model");
        var bytes = stored();
        store.put(elsewhere, out -> out.write(bytes));

        assertThatThrownBy(() -> vault.read(key, elsewhere)).isInstanceOf(IOException.class);
    }

    @Test
    void open_withAnotherDataKey_isRefused() throws Exception {
        vault.seal(vault.createKey(), MODEL, out -> out.write(new byte[1000]));

        var another = vault.createKey();
        assertThatThrownBy(() -> vault.read(another, MODEL)).isInstanceOf(IOException.class);
    }

    @Test
    void destroy_key_makesItsObjectsUnreadableForEveryProcessAtOnce() throws Exception {
        var otherProcess = openVault(store);
        var key = vault.createKey();
        vault.seal(key, MODEL, out -> out.write(new byte[200_000]));

        try (var opened = otherProcess.open(key, MODEL)) {
            opened.read(ByteBuffer.allocate(10));
            vault.destroy(key);
            vault.destroy(key);

            assertThatThrownBy(() -> opened.read(ByteBuffer.allocate(10))).isInstanceOf(KeyDestroyedException.class);
        }
        assertThat(vault.isDestroyed(key)).isTrue();
        assertThat(otherProcess.isDestroyed(key)).isTrue();
        for (var each : new Vault[] {vault, otherProcess}) {
            assertThatThrownBy(() -> each.read(key, MODEL)).isInstanceOf(KeyDestroyedException.class);
            assertThatThrownBy(() -> each.seal(key, MODEL, out -> {})).isInstanceOf(KeyDestroyedException.class);
        }
        assertThat(keyFile(key)).doesNotExist();
    }

    @Test
    void destroy_thenKeyFilePutBackFromABackup_staysDestroyed() throws Exception {
        var key = vault.createKey();
        vault.seal(key, MODEL, out -> out.write(1));
        var backup = Files.readAllBytes(keyFile(key));
        vault.destroy(key);

        Files.write(keyFile(key), backup);
        assertThatThrownBy(() -> vault.read(key, MODEL)).isInstanceOf(KeyDestroyedException.class);

        Files.delete(dataKeys.resolve(key.value() + ".destroyed"));
        Files.delete(home.resolve("destroyed").resolve(key.value() + ".destroyed"));
        assertThatThrownBy(() -> vault.read(key, MODEL)).isInstanceOf(KeyDestroyedException.class);
    }

    @Test
    void destroy_interruptedByAPowerCut_isFinishedAtTheNextStart() throws Exception {
        var key = vault.createKey();
        Files.createFile(dataKeys.resolve(key.value() + ".destroyed"));

        openVault(store);

        assertThat(keyFile(key)).doesNotExist();
    }

    @Test
    void destroy_key_isKnownToTheDatabaseWhichNeverHadTheKey() {
        var key = vault.createKey();
        vault.destroy(key);

        assertThat(jdbc.sql("select destroyed_at >= created_at from data_key where id = ?")
                        .param(key.value())
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void seal_ofMoreThanTheHeap_streams() throws Exception {
        long volume = Runtime.getRuntime().maxMemory() + (64 << 20);
        var counted = new CountingStore();
        var counting = openVault(counted);
        var block = new byte[1 << 20];

        counting.seal(counting.createKey(), MODEL, out -> {
            for (long written = 0; written < volume; written += block.length) {
                out.write(block);
            }
        });

        assertThat(counted.bytes).isGreaterThan(volume);
    }

    @Test
    void masterKey_missingWhileThereAreDataKeys_stopsTheStart() throws Exception {
        vault.createKey();
        Files.delete(home.resolve("keys/master.json"));

        assertThatThrownBy(() -> openVault(store)).hasMessageContaining("put the master key back");
    }

    @Test
    void keys_onDisk_areForTheOwnerOnlyAndNeverPrint() throws Exception {
        var key = vault.createKey();

        for (var file : new Path[] {home.resolve("keys/master.json"), keyFile(key)}) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
        }
        var master = FileMasterKey.openOrGenerate(home.resolve("keys/master.json"), dataKeys);
        assertThat(master).hasToString("FileMasterKey");
        assertThat(beanOfTheStudio.createKey().toString()).matches("DataKeyId\\[value=[0-9a-f-]{36}]");
    }

    private Vault openVault(ObjectStore objects) throws Exception {
        var master = FileMasterKey.openOrGenerate(home.resolve("keys/master.json"), dataKeys);
        // The shared studio's rotations are not this one's: nobody watches the master key of this home.
        var unwatched = new MasterKeyWatch(new ForeignMasterKey(), ledger);
        return new EnvelopeVault(new DataKeys(dataKeys, home.resolve("destroyed"), master), unwatched, ledger, objects);
    }

    private Path keyFile(DataKeyId key) {
        return dataKeys.resolve(key.value() + ".key");
    }

    private byte[] stored() throws IOException {
        try (var channel = store.open(MODEL)) {
            return Channels.newInputStream(channel).readAllBytes();
        }
    }

    /** Counts what is put and forgets it. */
    private static final class CountingStore implements ObjectStore {
        long bytes;

        @Override
        public void put(ObjectKey key, Content content) throws IOException {
            content.writeTo(new OutputStream() {
                @Override
                public void write(int value) {
                    bytes++;
                }

                @Override
                public void write(byte[] some, int offset, int length) {
                    bytes += length;
                }
            });
        }

        @Override
        public SeekableByteChannel open(ObjectKey key) {
            throw new AssertionError("nobody asks for this here");
        }

        @Override
        public boolean exists(ObjectKey key) {
            return false;
        }

        @Override
        public void delete(ObjectKey key) {}

        @Override
        public void deleteAll(ObjectKey prefix) {}

        @Override
        public boolean isEmpty(ObjectKey prefix) {
            return true;
        }
    }
}
