package studio.selfsame.studio;

import static org.assertj.core.api.Assertions.assertThat;
import static studio.selfsame.Eventually.eventually;

import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;

/** kill -9 of the very worker process that does a piece of work, and workers held still. */
final class WorkerKill {
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);

    private WorkerKill() {}

    /** Waits until a worker is in the middle of such work at this attempt (from 1), and kills it. */
    static void inTheMiddleOf(String kind, String subject, int attempt) {
        long[] killed = new long[1];
        eventually(LONGEST_WAIT, () -> {
            long worker = worker(kind, subject, attempt).orElseThrow();
            assertThat(WholeStudio.get().workers()).contains(worker);
            // held still, it cannot finish between our look and our blow
            signal(worker, "STOP");
            if (worker(kind, subject, attempt).filter(still -> still == worker).isEmpty()) {
                signal(worker, "CONT");
                throw new AssertionError("the work was done before the worker could be killed");
            }
            signal(worker, "KILL");
            killed[0] = worker;
        });
        eventually(LONGEST_WAIT, () -> assertThat(WholeStudio.get().workers()).doesNotContain(killed[0]));
    }

    /** Does something while every worker is held still, and lets them go on. */
    static <T> T allHeldDuring(Supplier<T> meanwhile) throws IOException, InterruptedException {
        Collection<Long> held = List.copyOf(WholeStudio.get().workers());
        for (long worker : held) {
            signal(worker, "STOP");
        }
        try {
            return meanwhile.get();
        } finally {
            for (long worker : held) {
                signal(worker, "CONT");
            }
        }
    }

    /** How many workers have died over the work of a subject. */
    static int deaths(String subject) {
        return WholeStudio.get()
                .room(JdbcClient.class)
                .sql("select coalesce(sum(deaths), 0) from work where subject = ?::uuid")
                .param(subject)
                .query(Integer.class)
                .single();
    }

    /** The process that is in the middle of it: it has begun, and made some progress. */
    private static Optional<Long> worker(String kind, String subject, int attempt) {
        return WholeStudio.get()
                .room(JdbcClient.class)
                .sql("""
                        select s.picked_by from work_schedule s join work w on s.task_instance = w.id::text
                        where w.kind = ? and w.subject = ?::uuid and s.picked and w.state = 'RUNNING'
                          and w.attempt = ? and w.stage <> 'starting' limit 1
                        """)
                .params(kind, subject, attempt)
                .query(String.class)
                .optional()
                .map(name -> Long.valueOf(name.substring(name.lastIndexOf('/') + 1)));
    }

    private static void signal(long process, String signal) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder("kill", "-s", signal, Long.toString(process))
                        .start()
                        .waitFor())
                .isZero();
    }
}
