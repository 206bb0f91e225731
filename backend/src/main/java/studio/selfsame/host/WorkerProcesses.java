package studio.selfsame.host;

import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** The worker processes of this server: started, started again when one dies, stopped with the server. */
final class WorkerProcesses implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(WorkerProcesses.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final StudioHome home;
    private final HostSettings settings;
    private final WorkerSettings told;
    private final List<Supervised> workers = new ArrayList<>();

    WorkerProcesses(StudioHome home, HostSettings settings, WorkerSettings told) {
        this.home = home;
        this.settings = settings;
        this.told = told;
    }

    /** Process ids of the workers that run now. */
    List<Long> pids() {
        return workers.stream()
                .map(Supervised::pid)
                .filter(OptionalLong::isPresent)
                .map(OptionalLong::getAsLong)
                .toList();
    }

    @Override
    public void start() {
        for (int i = 0; i < settings.workers(); i++) {
            workers.add(new Supervised(command("worker-" + i)));
        }
    }

    @Override
    public void stop() {
        workers.forEach(Supervised::end);
        workers.forEach(Supervised::awaitEnd);
        workers.clear();
    }

    @Override
    public boolean isRunning() {
        return !workers.isEmpty();
    }

    private GuardedProcess.Command command(String name) {
        var line = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xms64m",
                "-Xmx" + settings.workerHeapMib() + "m",
                "-XX:+UseSerialGC",
                // What a training or a long film needed is given back when it is over, not kept for the next.
                "-XX:MinHeapFreeRatio=10",
                "-XX:MaxHeapFreeRatio=30",
                "-XX:-ShrinkHeapInSteps",
                "-XX:+ExitOnOutOfMemoryError",
                "--enable-native-access=ALL-UNNAMED",
                "-Dselfsame.home=" + home.path(),
                "-cp",
                classPath(),
                "studio.selfsame.command.Launch",
                "worker");
        return new GuardedProcess.Command(name, "TERM", line, environment());
    }

    private Map<String, String> environment() {
        return Map.of(
                "SPRING_APPLICATION_JSON",
                told.json(),
                // few malloc arenas: native memory of idle threads would otherwise be kept many times over
                "MALLOC_ARENA_MAX",
                "2",
                // sums that depend neither on where an array lies nor on free cores: the same seed trains the same
                // model
                "MKL_CBWR",
                "COMPATIBLE",
                "OMP_NUM_THREADS",
                "1");
    }

    /** Ours, made absolute: the worker runs in the home. */
    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** One worker's life, and the next one's when it ends by itself. */
    private final class Supervised {
        private final GuardedProcess.Command command;
        private final Thread supervisor;
        private volatile boolean ending;
        private volatile GuardedProcess process;

        Supervised(GuardedProcess.Command command) {
            this.command = command;
            this.process = GuardedProcess.start(home, command);
            this.supervisor = Thread.ofVirtual().name(command.name()).start(this::supervise);
        }

        OptionalLong pid() {
            return process.pid();
        }

        private void supervise() {
            var pause = FIRST_PAUSE;
            try {
                while (true) {
                    var begun = System.nanoTime();
                    process.awaitExit();
                    if (ending) {
                        return;
                    }
                    process.close();
                    var lived = Duration.ofNanos(System.nanoTime() - begun);
                    pause = lived.compareTo(LONGEST_PAUSE) > 0 ? FIRST_PAUSE : pause;
                    LOG.warn("{} ended by itself and is started again", command.name());
                    Thread.sleep(pause);
                    pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause.multipliedBy(2);
                    process = GuardedProcess.start(home, command);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        void end() {
            ending = true;
            supervisor.interrupt();
            process.askToStop();
        }

        void awaitEnd() {
            try {
                supervisor.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            process.close();
        }
    }
}
