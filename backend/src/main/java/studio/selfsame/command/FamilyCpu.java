package studio.selfsame.command;

import java.time.Duration;
import java.util.stream.Stream;

/**
 * Processor time of this process and all its living descendants: on a machine that does other things as well, the time on the
 * wall says little.
 */
final class FamilyCpu {
    private FamilyCpu() {}

    /** Seconds so far; less than before where a descendant has ended meanwhile. */
    static double seconds() {
        ProcessHandle self = ProcessHandle.current();
        return Stream.concat(Stream.of(self), self.descendants())
                        .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
                        .mapToLong(Duration::toNanos)
                        .sum()
                / 1e9;
    }
}
