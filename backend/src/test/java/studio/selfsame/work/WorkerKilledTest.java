package studio.selfsame.work;

import static org.assertj.core.api.Assertions.assertThat;
import static studio.selfsame.Eventually.eventually;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import studio.selfsame.StudioTest;
import studio.selfsame.TestStudio;
import studio.selfsame.host.EmbeddedPostgres;

@StudioTest
class WorkerKilledTest {
    @Autowired
    WorkQueue queue;

    @Autowired
    WorkRows rows;

    @Autowired
    DataSource database;

    @Autowired
    PlatformTransactionManager transactions;

    @Test
    void kill_ofAWorkerInTheMiddle_letsAnotherFinishItExactlyOnce() throws Exception {
        var subject = UUID.randomUUID();
        var handler = TinyHandler.of((order, monitor) -> {});
        queue.submit(handler.kind(), subject, 0, WorkQueue.Priority.NORMAL);
        var runner = new WorkRunner(rows, transactions, TinyWorker.properties(List.of("*")), new SimpleMeterRegistry());

        var process = fork(handler.kind());
        try {
            eventually(
                    Duration.ofSeconds(60),
                    () -> assertThat(only(subject).fraction()).isEqualTo(0.5));
            try (var other = TinyWorker.start(database, runner, handler)) {
                assertThat(handler.orders).isEmpty();
                process.destroyForcibly().waitFor();

                eventually(
                        Duration.ofSeconds(20),
                        () -> assertThat(only(subject).state()).isEqualTo(WorkStatus.State.DONE));
            }
        } finally {
            process.destroyForcibly();
        }
        assertThat(handler.orders).extracting(WorkOrder::attempt).containsExactly(2);
    }

    private WorkStatus only(UUID subject) {
        return queue.of(subject).getFirst();
    }

    private static Process fork(String kind) throws IOException {
        var postgres = TestStudio.postgres();
        var builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                DyingWorker.class.getName(),
                postgres.url(EmbeddedPostgres.STUDIO),
                postgres.username(),
                kind);
        builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        builder.environment().put("DATABASE_PASSWORD", postgres.password());
        return builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}
