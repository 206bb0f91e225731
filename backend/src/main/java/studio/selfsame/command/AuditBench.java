package studio.selfsame.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.FileSystemUtils;
import studio.selfsame.audit.AuditRecord;
import studio.selfsame.audit.AuditTrail;

/**
 * How many records a second the trail takes on the embedded Postgres with fsync on, beside plain inserts of the same
 * rows, without tree, lock and salt, in the same run: many small transactions at once, and few large ones.
 */
final class AuditBench implements Bench {
    private static final int WRITERS = 12;
    private static final int LARGE = 100;
    private static final double LEAST = 2_000;
    private static final byte[] HASH = new byte[32];
    private static final String PLAIN =
            "insert into bench_plain (kind, subject, entry, salt, commitment) values (?, ?, ?, ?, ?)";

    @Override
    public String name() {
        return "audit";
    }

    record FrameDrawn(String subject, Map<String, String> facts) implements AuditRecord {
        static FrameDrawn any() {
            var id = UUID.randomUUID().toString();
            return new FrameDrawn(id, Map.of("render", id, "policySet", "0f".repeat(32), "decision", "permit"));
        }
    }

    @Override
    public BenchReport run(BenchOptions options) throws IOException {
        Path folder = Files.createTempDirectory("selfsame-bench");
        try (DatabaseAlone studio = DatabaseAlone.start(folder.resolve("home"))) {
            return measure(studio, options.quick() ? 1 : 5);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a writer failed", e.getCause());
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    private static BenchReport measure(DatabaseAlone studio, int times)
            throws InterruptedException, ExecutionException {
        var events = studio.events();
        var jdbc = studio.room(JdbcTemplate.class);
        var transaction = new TransactionTemplate(studio.room(PlatformTransactionManager.class));
        jdbc.execute(
                "create table bench_plain (index bigserial primary key, recorded_at timestamptz not null default now(),"
                        + " kind text, subject text, entry text, salt bytea, commitment bytea)");
        jdbc.execute("create index on bench_plain (subject, index desc)");
        Act trail = records -> transaction.executeWithoutResult(status -> records.forEach(events::publishEvent));
        // all of them in the tree, and that signed
        Runnable signed = studio.room(AuditTrail.class)::checkpoint;
        Act plain = records -> transaction.executeWithoutResult(status -> insert(jdbc, records));
        new SecureRandom().nextBytes(HASH);
        perSecond(trail, signed, 1, 4_000);
        perSecond(plain, () -> {}, 1, 4_000);
        double small = perSecond(trail, signed, 1, 4_000 * times);
        double smallPlain = perSecond(plain, () -> {}, 1, 4_000 * times);
        double large = perSecond(trail, signed, LARGE, 20_000 * times);
        double largePlain = perSecond(plain, () -> {}, LARGE, 20_000 * times);
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("plain inserts, one a transaction, a second", Math.round(smallPlain));
        details.put("plain inserts, " + LARGE + " a transaction, a second", Math.round(largePlain));
        details.put("trail / plain, one a transaction", Math.round(100 * small / smallPlain) / 100.0);
        details.put("trail / plain, " + LARGE + " a transaction", Math.round(100 * large / largePlain) / 100.0);
        return new BenchReport(
                "audit",
                Machine.name(),
                List.of(
                        BenchReport.Gate.atLeast(
                                "records, one a transaction, " + WRITERS + " writers at once",
                                small,
                                "a second",
                                LEAST),
                        BenchReport.Gate.atLeast(
                                "records, " + LARGE + " a transaction, " + WRITERS + " writers",
                                large,
                                "a second",
                                LEAST)),
                details);
    }

    private static void insert(JdbcTemplate jdbc, List<FrameDrawn> records) {
        jdbc.batchUpdate(
                PLAIN,
                records.stream()
                        .map(record -> new Object[] {
                            record.kind(), record.subject(), record.facts().toString(), HASH, HASH
                        })
                        .toList());
    }

    private static double perSecond(Act act, Runnable end, int each, int records)
            throws InterruptedException, ExecutionException {
        int transactions = records / each / WRITERS;
        var together = new CountDownLatch(WRITERS);
        long begun = System.nanoTime();
        try (var threads = Executors.newFixedThreadPool(WRITERS)) {
            var writers = IntStream.range(0, WRITERS)
                    .mapToObj(writer -> threads.submit(() -> {
                        together.countDown();
                        together.await();
                        for (int i = 0; i < transactions; i++) {
                            act.write(IntStream.range(0, each)
                                    .mapToObj(n -> FrameDrawn.any())
                                    .toList());
                        }
                        return writer;
                    }))
                    .toList();
            for (var writer : writers) {
                writer.get();
            }
            end.run();
        }
        return transactions * (double) each * WRITERS / (System.nanoTime() - begun) * 1e9;
    }

    @FunctionalInterface
    private interface Act {
        void write(List<FrameDrawn> records);
    }
}
