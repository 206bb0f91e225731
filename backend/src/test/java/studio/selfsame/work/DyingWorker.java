package studio.selfsame.work;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** A worker process of its own that begins one kind of work and never finishes it: somebody has to kill it. */
final class DyingWorker {
    private DyingWorker() {}

    /** Arguments: database address, user and the kind; the password in the environment. */
    public static void main(String[] arguments) {
        var database = new HikariDataSource();
        database.setJdbcUrl(arguments[0]);
        database.setUsername(arguments[1]);
        database.setPassword(System.getenv("DATABASE_PASSWORD"));
        database.setMaximumPoolSize(3);
        var rows = new WorkRows(JdbcClient.create(database), new WorkJson());
        var handler = new TinyHandler(arguments[2], (order, monitor) -> {
            monitor.progress("half way", 0.5, Map.of());
            while (true) {
                monitor.checkCancelled();
                LockSupport.parkNanos(10_000_000);
            }
        });
        var runner = new WorkRunner(
                rows,
                new JdbcTransactionManager(database),
                TinyWorker.properties(List.of(handler.kind())),
                new SimpleMeterRegistry());
        TinyWorker.start(database, runner, handler);
    }
}
