package studio.selfsame.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Processes that open, make and destroy data keys while the master key rotates, over and over. */
class RotationRaceTest {
    private static final int ROTATIONS = 8;
    /** As often as each process does its deed. */
    private static final int DEEDS = 20;

    @TempDir
    Path folder;

    @Test
    void rotate_whileKeysAreOpenedMadeAndDestroyed_disturbsNobodyAndRevivesNothing() throws Exception {
        var home = new VaultHome(folder);
        var lasting = new ArrayList<Sealed>();
        var keys = open(home);
        for (int i = 0; i < 5; i++) {
            lasting.add(Sealed.by(keys, keys.create()));
        }
        var made = new ArrayList<Sealed>();
        try (var processes = Executors.newFixedThreadPool(4)) {
            var running = List.<Future<?>>of(
                    processes.submit(times(home, each -> {
                        for (var one : lasting) {
                            one.requireOpenBy(each);
                        }
                    })),
                    processes.submit(times(home, each -> made.add(Sealed.by(each, each.create())))),
                    processes.submit(times(home, each -> {
                        var key = each.create();
                        each.destroy(key);
                    })));
            for (int i = 0; i < ROTATIONS; i++) {
                var master = FileMasterKey.openOrGenerate(home.masterKey(), home.dataKeys());
                assertThat(new KeyRotation(home, keys, master).rotate().unopened())
                        .isEmpty();
            }
            for (var each : running) {
                each.get();
            }
        }

        assertThat(KeyRotation.ofHome(folder, Map.of()).rotate().unopened()).isEmpty();
        var restarted = open(home);
        for (var each : made) {
            each.requireOpenBy(restarted);
        }
        assertThat(restarted.all())
                .containsExactlyInAnyOrderElementsOf(Stream.concat(lasting.stream(), made.stream())
                        .map(Sealed::key)
                        .toList());
    }

    private interface Deed {
        void with(DataKeys keys) throws Exception;
    }

    private static Callable<Void> times(VaultHome home, Deed deed) {
        return () -> {
            var keys = open(home);
            for (int i = 0; i < DEEDS; i++) {
                deed.with(keys);
            }
            return null;
        };
    }

    private static DataKeys open(VaultHome home) throws Exception {
        return new DataKeys(
                home.dataKeys(), home.destroyed(), FileMasterKey.openOrGenerate(home.masterKey(), home.dataKeys()));
    }
}
