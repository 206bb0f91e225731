package studio.selfsame.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LongSummaryStatistics;
import java.util.stream.Stream;

/**
 * Watches how much memory this process and all its descendants hold together: the sum of their proportional set sizes
 * ({@code Pss} of Linux's {@code smaps_rollup}, which counts a shared page once). Summing it up walks through every page, which
 * four times a second would take a quarter of a core from what is measured: so it is done only when more is resident than
 * ever before.
 */
final class MemoryPeak implements AutoCloseable {
    private static final Duration EVERY = Duration.ofMillis(250);
    /** Less is not worth another look. */
    private static final double MORE = 1.01;

    private final Thread sampler;
    private long residentKib;
    private long mostResidentKib;
    private volatile long peakKib;
    private volatile long largestKib;

    MemoryPeak() {
        sampler = Thread.ofPlatform().daemon().name("memory-peak").start(this::sample);
    }

    long mebibytes() {
        return peakKib / 1024;
    }

    /** Of the process that ever held the most. */
    long largestMebibytes() {
        return largestKib / 1024;
    }

    private void sample() {
        try {
            while (true) {
                LongSummaryStatistics now = family("status", "VmRSS:");
                if (now.getSum() > MORE * residentKib || now.getMax() > MORE * mostResidentKib) {
                    residentKib = Math.max(residentKib, now.getSum());
                    mostResidentKib = Math.max(mostResidentKib, now.getMax());
                    LongSummaryStatistics held = family("smaps_rollup", "Pss:");
                    peakKib = Math.max(peakKib, held.getSum());
                    largestKib = Math.max(largestKib, held.getMax());
                }
                Thread.sleep(EVERY);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static LongSummaryStatistics family(String file, String name) {
        ProcessHandle self = ProcessHandle.current();
        return Stream.concat(Stream.of(self), self.descendants())
                .mapToLong(process -> kib(process, file, name))
                .summaryStatistics();
    }

    private static long kib(ProcessHandle process, String file, String name) {
        try (Stream<String> lines = Files.lines(Path.of("/proc/" + process.pid() + "/" + file))) {
            return lines.filter(line -> line.startsWith(name))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .sum();
        } catch (IOException | RuntimeException e) {
            // The process ended between listing and reading.
            return 0;
        }
    }

    @Override
    public void close() {
        sampler.interrupt();
    }
}
