package studio.selfsame.audit;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Entries and tree hashes in the database, which grows the tree itself and refuses to change or delete either. */
@Component
class AuditRows implements MerkleTree.Nodes {
    private static final int MOST_AT_ONCE = 5_000;
    private static final String APPEND = "select audit_append(?, ?, ?, ?, ?, ?)";
    private static final String PEND_ONE = """
            insert into audit_pending (recorded_at, kind, subject, entry, salt, commitment)
            values (?, ?, ?, ?, ?, ?)""";
    private static final String PEND = """
            insert into audit_pending (recorded_at, kind, subject, entry, salt, commitment)
            select * from unnest(?, ?, ?, ?, ?, ?)""";

    private final JdbcTemplate template;
    private final JdbcClient jdbc;

    AuditRows(JdbcTemplate template) {
        this.template = template;
        this.jdbc = JdbcClient.create(template);
    }

    /** Writes them down in this transaction; they get their places in the tree once it has committed. */
    void write(List<WrittenEntry> entries) {
        if (entries.size() == 1) {
            var only = entries.getFirst();
            template.update(
                    PEND_ONE,
                    only.recordedAt().atOffset(ZoneOffset.UTC),
                    only.kind(),
                    only.subject(),
                    only.entry(),
                    only.salt(),
                    only.commitment());
            return;
        }
        for (int from = 0; from < entries.size(); from += MOST_AT_ONCE) {
            var some = entries.subList(from, Math.min(entries.size(), from + MOST_AT_ONCE));
            template.update(PEND, statement -> fill(statement, some));
        }
    }

    /** Appends in this transaction, behind which everybody else waits; answers with the index. */
    long append(WrittenEntry entry) {
        return template.query(APPEND, statement -> fill(statement, List.of(entry)), (row, number) -> row.getLong(1))
                .getFirst();
    }

    /** Gives all that is written down and committed its place, within this transaction. */
    void integrate() {
        template.queryForList("select audit_integrate()");
    }

    private static void fill(PreparedStatement statement, List<WrittenEntry> entries) throws SQLException {
        var connection = statement.getConnection();
        var times = entries.stream().map(WrittenEntry::recordedAt).toArray();
        statement.setArray(1, connection.createArrayOf("timestamptz", times));
        statement.setArray(2, connection.createArrayOf("text", texts(entries, WrittenEntry::kind)));
        statement.setArray(3, connection.createArrayOf("text", texts(entries, WrittenEntry::subject)));
        statement.setArray(4, connection.createArrayOf("text", texts(entries, WrittenEntry::entry)));
        statement.setArray(5, connection.createArrayOf("bytea", bytes(entries, WrittenEntry::salt)));
        statement.setArray(6, connection.createArrayOf("bytea", bytes(entries, WrittenEntry::commitment)));
    }

    private static String[] texts(List<WrittenEntry> entries, Function<WrittenEntry, String> value) {
        return entries.stream().map(value).toArray(String[]::new);
    }

    private static byte[][] bytes(List<WrittenEntry> entries, Function<WrittenEntry, byte[]> value) {
        return entries.stream().map(value).toArray(byte[][]::new);
    }

    long size() {
        return jdbc.sql("select coalesce(max(index) + 1, 0) from audit_entry")
                .query(Long.class)
                .single();
    }

    OptionalLong latestIndexOf(String subject) {
        return jdbc.sql("select index from audit_entry where subject = ? order by index desc limit 1")
                .param(subject)
                .query(Long.class)
                .optional()
                .map(OptionalLong::of)
                .orElseGet(OptionalLong::empty);
    }

    /** @param said JSON that the entry's contains */
    Optional<AuditTrail.Entry> newest(String kind, String subject, String said) {
        return jdbc.sql("""
                        select index, commitment from audit_entry
                        where subject = ? and kind = ? and entry::jsonb @> cast(? as jsonb) order by index desc limit 1""")
                .params(subject, kind, said)
                .query((row, number) -> new AuditTrail.Entry(
                        row.getLong("index"), HexFormat.of().formatHex(row.getBytes("commitment"))))
                .optional();
    }

    List<Long> indexesOf(Collection<String> subjects) {
        return jdbc.sql("select index from audit_entry where subject = any (?) order by index")
                .param(subjects.toArray(String[]::new))
                .query(Long.class)
                .list();
    }

    int countUpTo(Instant time) {
        return jdbc.sql("select count(*) from audit_entry where recorded_at <= ? and subject <> ?")
                .params(time.atOffset(ZoneOffset.UTC), EntriesErased.SUBJECT)
                .query(Integer.class)
                .single();
    }

    List<Long> indexesUpTo(Instant time) {
        return jdbc.sql("""
                        select index from audit_entry where recorded_at <= ? and subject <> ? order by index limit ?""")
                .params(time.atOffset(ZoneOffset.UTC), EntriesErased.SUBJECT, MOST_AT_ONCE)
                .query(Long.class)
                .list();
    }

    /** Erases what the entries say; {@code by} is the index of the record that says so. */
    void erase(List<Long> indexes, long by) {
        jdbc.sql("select audit_erase(?, ?)")
                .params(indexes.toArray(Long[]::new), by)
                .query((row, number) -> true)
                .list();
    }

    @Override
    public byte[] get(int level, long index) {
        return jdbc.sql("select hash from audit_node where level = ? and index = ?")
                .params(level, index)
                .query(byte[].class)
                .single();
    }

    /** Hashes of consecutive whole subtrees; fewer than {@code count} where there are no more. */
    List<byte[]> hashes(int level, long from, int count) {
        return jdbc.sql("select hash from audit_node where level = ? and index >= ? and index < ? order by index")
                .params(level, from, from + count)
                .query(byte[].class)
                .list();
    }

    /** Entries from {@code from} on, {@code count} at most, as they lie there. */
    List<StoredEntry> entries(long from, long count) {
        return jdbc.sql("select * from audit_entry where index >= ? and index < ? order by index")
                .params(from, from + count)
                .query((row, number) -> new StoredEntry(
                        row.getLong("index"),
                        row.getBytes("commitment"),
                        Optional.ofNullable(row.getObject("recorded_at", OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant),
                        Optional.ofNullable(row.getString("kind")),
                        Optional.ofNullable(row.getString("subject")),
                        Optional.ofNullable(row.getString("entry")),
                        Optional.ofNullable(row.getBytes("salt")),
                        Optional.ofNullable(row.getObject("erased_by", Long.class))))
                .list();
    }
}
