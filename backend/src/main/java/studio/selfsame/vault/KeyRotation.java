package studio.selfsame.vault;

import java.io.IOException;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import studio.selfsame.problem.Problem;
import studio.selfsame.problem.ProblemException;

/**
 * Rotates the master key: every data key is wrapped anew, no data are. Works on the files, whether or not a studio runs
 * on them; one that was killed is finished by the next.
 */
public final class KeyRotation {
    private static final String STAGE = "keys";

    private final VaultHome home;
    private final DataKeys keys;
    private final MasterKey master;

    KeyRotation(VaultHome home, DataKeys keys, MasterKey master) {
        this.home = home;
        this.keys = keys;
        this.master = master;
    }

    /**
     * What a rotation did.
     *
     * @param version name of the version that wraps now
     * @param finished whether it finished one that was interrupted, instead of making a version
     * @param rewrapped how many data keys were wrapped anew
     * @param dropped names of the earlier versions that are gone for good
     * @param unopened data keys that no version opens, damaged or of a version that is gone
     */
    public record Outcome(
            String version, boolean finished, int rewrapped, List<String> dropped, List<DataKeyId> unopened) {}

    /**
     * On a studio's home, without the studio.
     *
     * @param settings configuration keys that count for more than environment and file
     */
    public static KeyRotation ofHome(Path path, Map<String, String> settings)
            throws IOException, GeneralSecurityException {
        var home = VaultHome.of(path.toString());
        if (!Files.isDirectory(home.dataKeys())) {
            throw problem(
                    ProblemException.Kind.UNKNOWN,
                    "There are no keys of a studio in `" + home.path() + "`.",
                    "Start the studio once, or set SELFSAME_HOME to its home.");
        }
        var master = MasterKeyConfiguration.open(home, VaultProperties.of(home, settings));
        return new KeyRotation(home, new DataKeys(home.dataKeys(), home.destroyed(), master), master);
    }

    /** @throws ProblemException when another rotation runs, or when the master key is no rotating one */
    public Outcome rotate() throws IOException, GeneralSecurityException {
        if (!(master instanceof RotatingMasterKey rotating)) {
            throw problem(
                    ProblemException.Kind.CONFLICT,
                    "This studio's master key is kept by a service that rotates it by itself.",
                    "Rotate it there.");
        }
        try (var file = PrivateFiles.openLock(home.rotationLock());
                var lock = file.tryLock()) {
            if (lock == null) {
                throw running();
            }
            return rotate(rotating);
        } catch (OverlappingFileLockException e) {
            throw running();
        }
    }

    private Outcome rotate(RotatingMasterKey rotating) throws IOException, GeneralSecurityException {
        keys.clearDrafts();
        var finished = rotating.versions().size() > 1;
        if (!finished) {
            rotating.addVersion();
        }
        var current = rotating.versions().getLast();
        var rewrapped = new HashSet<DataKeyId>();
        Set<DataKeyId> unopened;
        boolean moved;
        // Until a whole look finds nothing to do: another process may have made a data key meanwhile.
        do {
            var before = rewrapped.size();
            unopened = rewrapAll(rotating, current, rewrapped);
            moved = rewrapped.size() > before;
        } while (moved);
        var earlier = new ArrayList<>(rotating.versions());
        earlier.remove(current);
        earlier.removeAll(versionsOf(unopened, rotating));
        for (var version : earlier) {
            rotating.dropVersion(version);
        }
        return new Outcome(current, finished, rewrapped.size(), List.copyOf(earlier), List.copyOf(unopened));
    }

    /** Adds to {@code rewrapped}; gives those that cannot be opened. */
    private Set<DataKeyId> rewrapAll(RotatingMasterKey rotating, String current, Set<DataKeyId> rewrapped)
            throws IOException {
        var unopened = new LinkedHashSet<DataKeyId>();
        for (var id : keys.all()) {
            try {
                if (!keys.wrappedBy(id, rotating).equals(current)) {
                    keys.rewrap(id);
                    rewrapped.add(id);
                }
            } catch (KeyDestroyedException | NoSuchFileException e) {
                // Destroyed meanwhile, or never used by the process that was making it.
            } catch (GeneralSecurityException e) {
                if (!keys.isDestroyed(id)) {
                    unopened.add(id);
                }
            }
        }
        return unopened;
    }

    /** A damaged file may still be put back from a backup: what wrapped it stays. */
    private Set<String> versionsOf(Set<DataKeyId> unopened, RotatingMasterKey rotating) throws IOException {
        var versions = new HashSet<String>();
        for (var id : unopened) {
            try {
                versions.add(keys.wrappedBy(id, rotating));
            } catch (KeyDestroyedException | GeneralSecurityException e) {
                // Destroyed meanwhile, or not even that can be told any more.
            }
        }
        return versions;
    }

    private static ProblemException running() {
        return problem(
                ProblemException.Kind.CONFLICT,
                "Another rotation of the master key is running.",
                "Wait until it has ended.");
    }

    private static ProblemException problem(ProblemException.Kind kind, String cause, String remedy) {
        return new ProblemException(kind, new Problem(STAGE, cause, "No key was changed.", remedy));
    }
}
