package studio.selfsame.vault;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;

/**
 * Half-written objects of processes that were killed. Who writes one holds a lock on it, which the system takes back
 * with the process; between lock and move, and between creation and lock, its age protects it.
 */
final class AbandonedDrafts {
    private static final Duration SURELY_ABANDONED = Duration.ofMinutes(1);

    private AbandonedDrafts() {}

    /** Deletes them; drafts that somebody on this machine is writing stay. */
    static void clear(Path incoming) throws IOException {
        try (var drafts = Files.newDirectoryStream(incoming)) {
            for (var draft : drafts) {
                try {
                    if (isOld(draft) && !isHeld(draft)) {
                        Files.deleteIfExists(draft);
                    }
                } catch (NoSuchFileException e) {
                    // Its writer has finished meanwhile.
                }
            }
        }
    }

    private static boolean isOld(Path draft) throws IOException {
        return Files.getLastModifiedTime(draft)
                .toInstant()
                .isBefore(Instant.now().minus(SURELY_ABANDONED));
    }

    private static boolean isHeld(Path draft) throws IOException {
        try (var channel = FileChannel.open(draft, StandardOpenOption.WRITE);
                var lock = channel.tryLock()) {
            return lock == null;
        } catch (OverlappingFileLockException e) {
            return true;
        }
    }
}
