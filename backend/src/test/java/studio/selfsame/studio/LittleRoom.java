package studio.selfsame.studio;

import java.io.IOException;
import java.nio.file.Path;

/** Leaves two megabytes of room below a folder until it is closed. */
final class LittleRoom implements AutoCloseable {
    private static final int BYTES = 2_000_000;

    private final String kind;
    private final Undo undo;

    private interface Undo {
        void run() throws IOException;
    }

    private LittleRoom(String kind, Undo undo) {
        this.kind = kind;
        this.undo = undo;
    }

    /**
     * A small file system of its own where we may mount one; elsewhere the limit on the size of a file that every
     * process may set for itself, which the studio tells by another error of the system but must tell in the same words.
     */
    static LittleRoom in(Path folder) throws IOException {
        if (succeeds("mount", "-t", "tmpfs", "-o", "mode=700,size=" + BYTES, "tmpfs", folder.toString())) {
            return new LittleRoom("file system", () -> require("umount", folder.toString()));
        }
        String self = Long.toString(ProcessHandle.current().pid());
        require("prlimit", "--pid", self, "--fsize=" + BYTES + ":");
        return new LittleRoom("limit", () -> require("prlimit", "--pid", self, "--fsize=unlimited:"));
    }

    String kind() {
        return kind;
    }

    @Override
    public void close() throws IOException {
        undo.run();
    }

    private static void require(String... command) throws IOException {
        if (!succeeds(command)) {
            throw new IOException(String.join(" ", command) + " failed");
        }
    }

    private static boolean succeeds(String... command) throws IOException {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
