package studio.selfsame.host;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import studio.selfsame.problem.Problem;
import studio.selfsame.problem.ProblemException;

/**
 * A child process that never outlives this JVM, not even after kill -9: a small shell guard in a session of its own
 * holds a pipe from us and stops the child when the pipe closes. One child per name and home: a lock says who holds the
 * name, and what a broken guard left behind is stopped before the next start.
 */
final class GuardedProcess implements AutoCloseable {
    private static final String GUARD = read("guard.sh");
    private static final Duration STOP = Duration.ofSeconds(20);

    private final Process guard;
    private final Path pidFile;
    private final FileChannel lockFile;

    /** @param stopSignal what makes the command stop in good order, e.g. {@code TERM} */
    record Command(String name, String stopSignal, List<String> line, Map<String, String> environment) {}

    private GuardedProcess(Process guard, Path pidFile, FileChannel lockFile) {
        this.guard = guard;
        this.pidFile = pidFile;
        this.lockFile = lockFile;
    }

    /** Starts the command; its output goes to {@code run/NAME.log}, beginning anew. */
    static GuardedProcess start(StudioHome home, Command command) {
        var run = home.run();
        var pidFile = run.resolve(command.name() + ".pid");
        FileChannel lock = null;
        try {
            lock = lock(home, command.name());
            StaleProcess.stop(home, pidFile);
            var line = new ArrayList<>(List.of("setsid", "sh", "-c", GUARD, "guard"));
            line.add(command.stopSignal());
            line.add(pidFile.toString());
            line.addAll(command.line());
            var builder = new ProcessBuilder(line).directory(home.path().toFile());
            builder.environment().putAll(command.environment());
            builder.redirectErrorStream(true)
                    .redirectOutput(run.resolve(command.name() + ".log").toFile());
            return new GuardedProcess(builder.start(), pidFile, lock);
        } catch (IOException e) {
            close(lock);
            throw new UncheckedIOException("cannot start " + command.name(), e);
        } catch (RuntimeException e) {
            close(lock);
            throw e;
        }
    }

    boolean isAlive() {
        return guard.isAlive();
    }

    /** Of the command itself, not of its guard; empty while it starts and after its end. */
    OptionalLong pid() {
        return StaleProcess.pidIn(pidFile);
    }

    void awaitExit() throws InterruptedException {
        guard.waitFor();
    }

    /** Closes the guard's pipe; the command stops in its own time. */
    void askToStop() {
        try {
            guard.getOutputStream().close();
        } catch (IOException e) {
            // the guard is gone already, and with it what held its pipe
            guard.descendants().forEach(ProcessHandle::destroy);
        }
    }

    /** Asks the command to stop and waits until it has. */
    @Override
    public void close() {
        askToStop();
        try {
            if (!guard.waitFor(STOP.toSeconds(), TimeUnit.SECONDS)) {
                guard.descendants().forEach(ProcessHandle::destroyForcibly);
                guard.destroyForcibly().waitFor(STOP.toSeconds(), TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            close(lockFile);
        }
    }

    private static FileChannel lock(StudioHome home, String name) throws IOException {
        var channel = FileChannel.open(
                home.run().resolve(name + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = null;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException e) {
            // another studio of this very JVM holds it: the same answer as for one of another process
        }
        if (lock == null) {
            channel.close();
            throw new ProblemException(
                    ProblemException.Kind.CONFLICT,
                    new Problem(
                            "start",
                            "another studio is running on the home `" + home.path() + "`",
                            "This one was not started; the other goes on.",
                            "Use the running studio, stop it with Ctrl-C, or give this one its own home by SELFSAME_HOME."));
        }
        return channel;
    }

    private static void close(@Nullable FileChannel channel) {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String read(String resource) {
        try (InputStream in = GuardedProcess.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("the resource `" + resource + "` is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return "GuardedProcess[" + Files.exists(pidFile) + " " + pidFile.getFileName() + "]";
    }
}
