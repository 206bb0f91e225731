package studio.selfsame.inspection.child;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/** The inspector's children of this process, as the kernel sees them. */
public final class Children {
    private Children() {}

    public static List<ProcessHandle> alive() {
        return ProcessHandle.current().children().filter(Children::inspects).toList();
    }

    static void kill() {
        alive().forEach(ProcessHandle::destroyForcibly);
    }

    private static boolean inspects(ProcessHandle child) {
        try {
            return read(child, "cmdline").contains(InspectorChild.class.getName());
        } catch (NoSuchFileException ended) {
            return false;
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    /** A file of the kernel's about it. */
    static String read(ProcessHandle child, String file) throws IOException {
        return new String(
                Files.readAllBytes(Path.of("/proc", Long.toString(child.pid()), file)), StandardCharsets.ISO_8859_1);
    }
}
