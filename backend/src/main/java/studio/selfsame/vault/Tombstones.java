package studio.selfsame.vault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Empty files that say which data keys were destroyed. Each stands in two folders, beside the key and outside the key
 * folder, so that restoring either from a backup leaves the other; one alone is enough.
 */
final class Tombstones {
    static final String SUFFIX = ".destroyed";

    private final List<Path> folders;

    Tombstones(Path besideKeys, Path outside) throws IOException {
        folders = List.of(besideKeys, outside);
        for (var folder : folders) {
            PrivateFiles.createDirectories(folder);
        }
    }

    boolean stands(DataKeyId id) {
        return folders.stream().anyMatch(folder -> Files.exists(in(folder, id)));
    }

    void put(DataKeyId id) throws IOException {
        for (var folder : folders) {
            if (!Files.exists(in(folder, id))) {
                PrivateFiles.createIfAbsent(in(folder, id), new byte[0]);
            }
        }
    }

    Set<DataKeyId> all() throws IOException {
        var ids = new LinkedHashSet<DataKeyId>();
        for (var folder : folders) {
            ids.addAll(DataKeyId.namedIn(folder, SUFFIX));
        }
        return ids;
    }

    private static Path in(Path folder, DataKeyId id) {
        return folder.resolve(id.value() + SUFFIX);
    }
}
