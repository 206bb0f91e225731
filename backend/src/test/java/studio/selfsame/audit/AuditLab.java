package studio.selfsame.audit;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import studio.selfsame.TestStudio;

/** The room on tables of its own, which may be tampered with, and with a clock that stands until it is set. */
final class AuditLab implements AutoCloseable {
    static final String ORIGIN = "example.org/log";
    private static final String DATABASE = "auditlab";
    private static final AtomicInteger SCHEMAS = new AtomicInteger();

    final String schema;
    final Path keys;
    final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-03-01T12:00:00Z"));
    final JdbcTemplate jdbc;
    final TransactionTemplate transaction;
    final AuditProperties properties;
    final AuditRows rows;
    final Integration integration;
    final AuditAppender appender;
    final CheckpointRows kept;
    final CheckpointFile file;
    final CheckpointKey key;
    final Continuity continuity;
    final Checkpoints checkpoints;
    final Witnessing witnessing;
    final Tiles tiles;
    final AuditErasure erasure;
    final AuditExport export;

    record LampLit(String subject, Map<String, String> facts) implements AuditRecord {}

    private AuditLab(String schema, Path keys, List<AuditProperties.WitnessProperties> witnesses) throws Exception {
        this.schema = schema;
        this.keys = keys;
        var source = source(schema);
        jdbc = new JdbcTemplate(source);
        var transactions = new JdbcTransactionManager(source);
        transaction = new TransactionTemplate(transactions);
        Clock clock = ((InstantSource) now::get).withZone(ZoneOffset.UTC);
        var clocks = new StaticListableBeanFactory(Map.of("clock", clock)).getBeanProvider(Clock.class);
        properties = new AuditProperties(ORIGIN, Duration.ofMinutes(1), witnesses);
        rows = new AuditRows(jdbc);
        integration = new Integration(jdbc);
        appender = new AuditAppender(rows, integration, clocks);
        kept = new CheckpointRows(JdbcClient.create(jdbc), clocks);
        file = new CheckpointFile(keys.resolve("audit-checkpoint"));
        key = CheckpointKey.openOrGenerate(ORIGIN, keys.resolve("audit-ed25519"));
        continuity = new Continuity(rows, kept, file, key);
        checkpoints = new Checkpoints(rows, kept, file, key, continuity, integration, properties, clocks);
        witnessing = new Witnessing(properties, kept, rows);
        tiles = new Tiles(rows);
        erasure = new AuditErasure(rows, appender, transactions);
        export = new AuditExport(
                rows, tiles, checkpoints, kept, key, event -> appender.on((AuditRecord) event), transactions);
    }

    /** On an empty trail. */
    static AuditLab empty(Path keys, AuditProperties.WitnessProperties... witnesses) throws Exception {
        var schema = "lab_" + SCHEMAS.incrementAndGet();
        TestStudio.postgres().createDatabase(DATABASE);
        new JdbcTemplate(source("public")).execute("create schema " + schema);
        var lab = new AuditLab(schema, keys, List.of(witnesses));
        for (var migration : List.of("V1__audit.sql", "V12__audit_checkpoints.sql")) {
            lab.jdbc.execute(script(migration));
        }
        return lab;
    }

    /** On a copy of another's tables, as they are now: its twin, or a backup of it. */
    static AuditLab copy(AuditLab other, AuditProperties.WitnessProperties... witnesses) throws Exception {
        other.integration.integrate();
        var lab = empty(other.keys, witnesses);
        lab.tamper(Stream.of("audit_entry", "audit_node", "audit_checkpoint", "audit_cosignature")
                .map(table -> "insert into " + table + " select * from " + other.schema + "." + table)
                .toArray(String[]::new));
        return lab;
    }

    static AuditProperties.WitnessProperties witness(URI url, VerifierKey key) {
        return new AuditProperties.WitnessProperties(url, key.toString());
    }

    private static DriverManagerDataSource source(String schema) {
        var postgres = TestStudio.postgres();
        return new DriverManagerDataSource(
                postgres.url(DATABASE) + "?currentSchema=" + schema, postgres.username(), postgres.password());
    }

    static String script(String migration) throws IOException {
        try (var in = AuditLab.class.getResourceAsStream("/db/migration/" + migration)) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Records about the subjects, each in a transaction of its own. */
    void record(String... subjects) {
        for (var subject : subjects) {
            transaction.executeWithoutResult(status -> appender.on(new LampLit(subject, Map.of("lumen", "40"))));
        }
        integration.integrate();
    }

    /** Many records in one transaction. */
    void recordMany(int count) {
        transaction.executeWithoutResult(status -> {
            for (int i = 0; i < count; i++) {
                appender.on(new LampLit("lamp-" + i, Map.of("lumen", "" + i)));
            }
        });
        integration.integrate();
    }

    void later(Duration by) {
        now.updateAndGet(instant -> instant.plus(by));
    }

    /** What an administrator of the database does, whom no trigger stops. */
    void tamper(String... statements) {
        transaction.executeWithoutResult(status -> {
            jdbc.execute("set local session_replication_role = replica");
            for (var statement : statements) {
                jdbc.execute(statement);
            }
        });
    }

    CheckpointSchedule schedule() {
        return new CheckpointSchedule(continuity, checkpoints, witnessing, properties);
    }

    /** Exports everything into a folder that is not there yet. */
    Path exportTo(Path folder) throws IOException {
        export.write(folder, true);
        return folder;
    }

    static VerificationReport verify(Path export) throws UnreadableExportException {
        return AuditVerification.verify(
                export, new AuditVerification.With(Optional.empty(), Optional.empty(), List.of()));
    }

    static VerificationReport verifySince(Path export, Path checkpoint) throws UnreadableExportException {
        return AuditVerification.verify(
                export, new AuditVerification.With(Optional.empty(), Optional.of(checkpoint), List.of()));
    }

    List<byte[]> commitments() {
        return new ArrayList<>(jdbc.queryForList("select commitment from audit_entry order by index", byte[].class));
    }

    @Override
    public void close() throws Exception {
        integration.close();
    }
}
