package studio.selfsame.vault;

import java.io.IOException;
import java.nio.file.Path;

/** A studio's objects for a process that is not all of a studio. */
public final class FolderObjects {
    private FolderObjects() {}

    /** @param home of the studio */
    public static ObjectStore of(Path home) throws IOException {
        return new FilesystemObjectStore(new VaultHome(home).objects());
    }
}
