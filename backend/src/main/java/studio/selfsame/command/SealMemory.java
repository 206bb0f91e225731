package studio.selfsame.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import studio.selfsame.media.Media;
import studio.selfsame.sealing.SealTrial;

/**
 * A process that seals one clip and tells how much memory it ever held. Its heap is little, and taken whole at once: of a larger one
 * it would take more the longer it runs, whether it needs it or not.
 */
final class SealMemory {
    private static final List<String> HEAP = List.of("-Xms144m", "-Xmx144m", "-XX:+AlwaysPreTouch");

    private SealMemory() {}

    /** Seals a clip in a process of its own; the most that it held, in MiB. */
    static long mebibytes(Path clip, Path folder) throws IOException {
        Path answer = Files.createTempFile(folder, "memory", ".txt");
        int code = OwnProcess.run(
                Stream.concat(HEAP.stream(), Stream.of("-Djava.awt.headless=true"))
                        .toList(),
                SealMemory.class,
                List.of(clip.toString(), answer.toString()),
                Map.of());
        if (code != 0) {
            throw new IOException("a process that seals ended with " + code);
        }
        return Long.parseLong(Files.readString(answer)) / 1024;
    }

    /** The clip, and a file for the answer in KiB. */
    public static void main(String... arguments) throws Exception {
        try (SealTrial trial = SealTrial.open(Media.alone())) {
            trial.seal(trial.clip(Path.of(arguments[0])));
        }
        try (Stream<String> lines = Files.lines(Path.of("/proc/self/status"))) {
            Files.writeString(
                    Path.of(arguments[1]),
                    lines.filter(line -> line.startsWith("VmHWM:"))
                            .map(line -> line.replaceAll("\\D", ""))
                            .findFirst()
                            .orElseThrow());
        }
    }
}
