package studio.selfsame.inspection.child;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How a child is started: with limits of the kernel's, the lowest priority, without network, and without our environment. */
final class ChildCommand {
    /** A search keeps up to four processors busy, besides those that compile and collect. */
    private static final int CPU_PER_SECOND = 6;

    private static final int NICE = 10;
    private static final int MOST_FILES = 512;
    private static final int CODE_MIB = 64;
    private static final int CLASSES_MIB = 64;
    private static final List<String> ISOLATED = List.of("unshare", "--user", "--net");
    private static final boolean ISOLATES = isolates();

    private ChildCommand() {}

    static ProcessBuilder of(Limits limits) {
        List<String> line = new ArrayList<>();
        if (ISOLATES) {
            line.addAll(ISOLATED);
        }
        line.addAll(List.of(
                "prlimit",
                "--cpu=" + CPU_PER_SECOND * Math.max(1, limits.death().toSeconds()),
                "--as=" + ((long) limits.addressMib() << 20),
                "--core=0",
                "--nofile=" + MOST_FILES,
                "nice",
                "-n",
                Integer.toString(NICE),
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + limits.heapMib() + "m",
                "-XX:+UseSerialGC",
                "-XX:CompressedClassSpaceSize=" + CLASSES_MIB + "m",
                "-XX:ReservedCodeCacheSize=" + CODE_MIB + "m",
                "-XX:-UsePerfData",
                // a death is told by whoever started it, in other words
                "-XX:+SuppressFatalErrorMessage",
                "-Xshare:auto",
                "-Djava.awt.headless=true",
                "-Dslf4j.provider=org.slf4j.helpers.NOP_FallbackServiceProvider",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                InspectorChild.class.getName()));
        ProcessBuilder builder = new ProcessBuilder(line).redirectError(ProcessBuilder.Redirect.DISCARD);
        Map<String, String> ours = Map.copyOf(builder.environment());
        builder.environment().clear();
        for (String kept : List.of("PATH", "HOME", "TMPDIR", "LD_LIBRARY_PATH")) {
            if (ours.containsKey(kept)) {
                builder.environment().put(kept, ours.get(kept));
            }
        }
        builder.environment().put("LC_ALL", "C.UTF-8");
        // each arena of malloc takes address space of its own
        builder.environment().put("MALLOC_ARENA_MAX", "2");
        return builder;
    }

    /** Some containers forbid it. */
    private static boolean isolates() {
        List<String> line = new ArrayList<>(ISOLATED);
        line.add("true");
        try {
            return new ProcessBuilder(line)
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException missing) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
