package studio.selfsame.inspection.child;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import studio.selfsame.sealing.TestKit;

/** Arguments: videos. What it costs to ask of each whether AI made it: processor time of the child, its start included. */
final class ScreenMeasure {
    /** Fields of {@code /proc/self/stat} behind the name: processor time of children that have ended, in hundredths. */
    private static final int CHILDREN_USER = 13;

    private static final int CHILDREN_SYSTEM = 14;

    private ScreenMeasure() {}

    public static void main(String[] files) throws IOException {
        Examiner examiner = new Examiner(TestKit.open(), Limits.of(Duration.ofSeconds(120), 768));
        for (String file : files) {
            double before = childrenSeconds();
            long begun = System.nanoTime();
            Evidence evidence = examiner.screen(
                    () -> Files.newByteChannel(Path.of(file)), Duration.ofHours(1), new HostileFilesTest.Unwatched());
            System.out.printf(
                    Locale.ROOT,
                    "%s: %.1f s of processor time, %.1f s, marked %b%s%n",
                    Path.of(file).getFileName(),
                    childrenSeconds() - before,
                    (System.nanoTime() - begun) / 1e9,
                    evidence.marked(),
                    evidence.unreadable().map(why -> ", " + why.cause()).orElse(""));
        }
    }

    private static double childrenSeconds() throws IOException {
        String stat = Files.readString(Path.of("/proc/self/stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return (Long.parseLong(fields[CHILDREN_USER]) + Long.parseLong(fields[CHILDREN_SYSTEM])) / 100.0;
    }
}
