package studio.selfsame.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.selfsame.problem.ProblemException;

class KeyRotationTest {
    @TempDir
    Path folder;

    VaultHome home;
    RotatingMasterKey master;
    DataKeys keys;
    List<Sealed> sealed;

    @BeforeEach
    void threeDataKeys() throws Exception {
        home = new VaultHome(folder);
        master = FileMasterKey.openOrGenerate(home.masterKey(), home.dataKeys());
        keys = new DataKeys(home.dataKeys(), home.destroyed(), master);
        sealed = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            sealed.add(Sealed.by(keys, keys.create()));
        }
    }

    @Test
    void rotate_whileAStudioRuns_wrapsEveryKeyAnewAndItGoesOn() throws Exception {
        var before = master.versions();
        var wrapped = contents();

        var outcome = KeyRotation.ofHome(folder, Map.of()).rotate();

        assertThat(outcome.rewrapped()).isEqualTo(3);
        assertThat(outcome.finished()).isFalse();
        assertThat(outcome.dropped()).isEqualTo(before);
        assertThat(outcome.unopened()).isEmpty();
        assertThat(master.versions()).containsExactly(outcome.version()).isNotEqualTo(before);
        assertThat(contents()).doesNotContainAnyElementsOf(wrapped).hasSize(3);
        requireAllOpen();
        assertThat(keys.wrappedBy(keys.create(), master)).isEqualTo(outcome.version());
    }

    @Test
    void rotate_thenOldKeyFilesAreRestored_nothingThatIsLeftOpensThem() throws Exception {
        var file = file(sealed.getFirst().key());
        var backup = Files.readAllBytes(file);
        rotate();

        Files.write(file, backup);

        assertThatThrownBy(() -> keys.cipher(sealed.getFirst().key())).isInstanceOf(GeneralSecurityException.class);
        assertThat(rotate().unopened()).containsExactly(sealed.getFirst().key());
        assertThat(master.versions()).hasSize(1);
    }

    @Test
    void rotate_stoppedBeforeOrAfterAnyStep_isFinishedByTheNext() throws Exception {
        int steps = 0;
        for (boolean stopped = true; stopped; steps++) {
            var stopping = new Stopping(master, steps);
            try {
                rotation(stopping).rotate();
                stopped = false;
            } catch (Stopping.Stop e) {
                requireAllOpen();
                assertThat(rotate().unopened()).isEmpty();
            }
            assertThat(master.versions()).hasSize(1);
            requireAllOpen();
        }
        assertThat(steps)
                .as("adding, three keys, dropping, before and after each")
                .isEqualTo(11);
    }

    @Test
    void rotate_interrupted_isFinishedWithoutAnotherVersion() throws Exception {
        master.addVersion();
        var version = master.versions().getLast();
        Files.write(home.dataKeys().resolve(sealed.getFirst().key().value() + DataKeys.DRAFT_SUFFIX), new byte[9]);

        var outcome = rotate();

        assertThat(outcome.finished()).isTrue();
        assertThat(outcome.version()).isEqualTo(version);
        assertThat(outcome.rewrapped()).isEqualTo(3);
        assertThat(DataKeyId.namedIn(home.dataKeys(), DataKeys.DRAFT_SUFFIX)).isEmpty();
        requireAllOpen();
    }

    @Test
    void rotate_processKilled_losesNothing() throws Exception {
        for (int kills = 0; kills < 2; kills++) {
            var rotating = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            System.getProperty("java.class.path"),
                            RotatingForever.class.getName(),
                            folder.toString())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            try {
                for (int rotations = 0; rotations <= kills * 5; rotations++) {
                    assertThat(rotating.getInputStream().read()).isEqualTo('.');
                }
            } finally {
                rotating.destroyForcibly();
                assertThat(rotating.waitFor(20, TimeUnit.SECONDS)).isTrue();
            }
            requireAllOpen();
        }
        assertThat(rotate().unopened()).isEmpty();
        requireAllOpen();
    }

    @Test
    void rotate_keyDestroyedAtAnyMomentOfItsReWrapping_staysDestroyed() throws Exception {
        for (var moment : List.of("before unwrap", "after unwrap", "before wrap", "after wrap")) {
            var key = keys.create();
            rotation(new Interfering(master, moment, () -> keys.destroy(key))).rotate();

            assertThat(file(key)).as(moment).doesNotExist();
            assertThatThrownBy(() -> keys.cipher(key)).isInstanceOf(KeyDestroyedException.class);
            assertThat(DataKeyId.namedIn(home.dataKeys(), DataKeys.DRAFT_SUFFIX))
                    .isEmpty();
            requireAllOpen();
        }
    }

    @Test
    void rotate_betweenTheTwoStepsOfADestruction_leavesNoKeyFile() throws Exception {
        var key = keys.create();
        var tombstone = home.destroyed().resolve(key.value() + Tombstones.SUFFIX);

        var interfered = new Interfering(master, "after wrap", () -> Files.createFile(tombstone));
        new DataKeys(home.dataKeys(), home.destroyed(), interfered).rewrap(key);

        assertThat(file(key)).doesNotExist();
        assertThatThrownBy(() -> keys.cipher(key)).isInstanceOf(KeyDestroyedException.class);
    }

    @Test
    void open_whileAWholeRotationPassesBetweenItsSteps_opens() throws Exception {
        var versionAtFirst = master.versions().getLast();
        var slow =
                new Interfering(master, "before unwrap", () -> rotation(master).rotate());

        sealed.getFirst().requireOpenBy(new DataKeys(home.dataKeys(), home.destroyed(), slow));

        assertThat(keys.wrappedBy(sealed.getFirst().key(), master)).isNotEqualTo(versionAtFirst);
    }

    @Test
    void rotate_killedAfterItPutADestroyedKeyBack_isUndoneAtTheNextStart() throws Exception {
        var key = keys.create();
        var wrapped = Files.readAllBytes(file(key));
        keys.destroy(key);
        Files.write(file(key), wrapped);
        Files.write(home.dataKeys().resolve(key.value() + DataKeys.DRAFT_SUFFIX), wrapped);

        assertThatThrownBy(() -> keys.cipher(key)).isInstanceOf(KeyDestroyedException.class);
        var restarted = new DataKeys(home.dataKeys(), home.destroyed(), master);

        assertThat(file(key)).doesNotExist();
        assertThat(DataKeyId.namedIn(home.dataKeys(), DataKeys.DRAFT_SUFFIX)).isEmpty();
        assertThat(restarted.isDestroyed(key)).isTrue();
    }

    @Test
    void createKey_whileARotationBegins_isWrappedByTheNewVersion() throws Exception {
        var interfered = new Interfering(master, "after wrap", master::addVersion);

        var key = new DataKeys(home.dataKeys(), home.destroyed(), interfered).create();

        assertThat(keys.wrappedBy(key, master)).isEqualTo(master.versions().getLast());
        assertThat(keys.all()).as("no stray key file").hasSize(4);
    }

    @Test
    void rotate_damagedKeyFile_keepsTheVersionThatWrappedItUntilItIsPutRight() throws Exception {
        var file = file(sealed.getFirst().key());
        var whole = Files.readAllBytes(file);
        var damaged = whole.clone();
        damaged[whole.length - 1] ^= 1;
        Files.write(file, damaged);

        var outcome = rotate();
        assertThat(outcome.unopened()).containsExactly(sealed.getFirst().key());
        assertThat(outcome.dropped()).isEmpty();
        assertThat(outcome.rewrapped()).isEqualTo(2);

        Files.write(file, whole);
        assertThat(rotate().dropped()).hasSize(1);
        requireAllOpen();
    }

    @Test
    void rotate_whileAnotherRuns_isRefused() throws Exception {
        try (var lock = FileChannel.open(home.rotationLock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            lock.lock();

            assertThatThrownBy(this::rotate)
                    .isInstanceOf(ProblemException.class)
                    .hasMessageContaining("Another rotation");
        }
        assertThat(master.versions()).hasSize(1);
    }

    @Test
    void rotate_keyOfAServiceThatRotatesItself_isRefused() throws Exception {
        var foreign = new ForeignMasterKey();
        var rotation = new KeyRotation(home, new DataKeys(folder.resolve("a"), folder.resolve("b"), foreign), foreign);

        assertThatThrownBy(rotation::rotate)
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("by itself");
    }

    @Test
    void rotate_homeWithoutAStudio_isRefusedAndMakesNothing() {
        var empty = folder.resolve("nothing");

        assertThatThrownBy(() -> KeyRotation.ofHome(empty, Map.of()))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("no keys of a studio");
        assertThat(empty).doesNotExist();
    }

    private KeyRotation.Outcome rotate() throws Exception {
        return rotation(master).rotate();
    }

    private KeyRotation rotation(MasterKey by) throws IOException {
        return new KeyRotation(home, new DataKeys(home.dataKeys(), home.destroyed(), by), by);
    }

    private void requireAllOpen() throws Exception {
        for (var each : sealed) {
            each.requireOpenBy(keys);
        }
    }

    private List<String> contents() throws Exception {
        var contents = new ArrayList<String>();
        for (var id : keys.all()) {
            contents.add(HexFormat.of().formatHex(Files.readAllBytes(file(id))));
        }
        return contents;
    }

    private Path file(DataKeyId key) {
        return home.dataKeys().resolve(key.value() + DataKeys.KEY_SUFFIX);
    }
}
