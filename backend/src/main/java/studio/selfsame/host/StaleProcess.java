package studio.selfsame.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A process that an earlier studio left running because its guard was killed too. */
final class StaleProcess {
    private static final int STOP_SECONDS = 15;

    private StaleProcess() {}

    /** Stops what the pid file names, if that still runs and is of this home: pids are used again by others. */
    static void stop(StudioHome home, Path pidFile) throws IOException {
        var pid = pidIn(pidFile);
        if (pid.isPresent()) {
            var process = ProcessHandle.of(pid.getAsLong())
                    .filter(ProcessHandle::isAlive)
                    .filter(found -> commandLine(found).contains(home.path().toString()));
            if (process.isPresent()) {
                stop(process.get(), Files.readString(pidFile).strip().split(" ")[1]);
            }
            Files.deleteIfExists(pidFile);
        }
    }

    static OptionalLong pidIn(Path pidFile) {
        try {
            var words = Files.readString(pidFile).strip().split(" ");
            return words.length == 2 ? OptionalLong.of(Long.parseLong(words[0])) : OptionalLong.empty();
        } catch (NoSuchFileException e) {
            return OptionalLong.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void stop(ProcessHandle process, String signal) throws IOException {
        try {
            new ProcessBuilder("kill", "-s", signal, Long.toString(process.pid()))
                    .start()
                    .waitFor();
            process.onExit().get(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            process.destroyForcibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String commandLine(ProcessHandle process) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(process.pid()), "cmdline"))
                    .replace('\0', ' ');
        } catch (IOException e) {
            return process.info().commandLine().orElse("");
        }
    }
}
