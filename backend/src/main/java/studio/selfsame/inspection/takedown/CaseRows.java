package studio.selfsame.inspection.takedown;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import studio.selfsame.identity.PersonId;
import studio.selfsame.problem.Problem;
import studio.selfsame.vault.DataKeyId;
import tools.jackson.databind.json.JsonMapper;

/** Cases in the database. Those that are forgotten are found no more. */
@Repository
class CaseRows {
    private static final int MOST_SHOWN = 200;
    private static final String SELECT = "select * from takedown_case where forgotten_at is null ";

    private final JdbcClient jdbc;
    private final JsonMapper json;

    CaseRows(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void insert(TakedownCase filed) {
        jdbc.sql("""
                insert into takedown_case
                  (id, key_sha256, data_key_id, kind, claimant, state, search, file_key_id, received_at, due_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .param(filed.id())
                .param(filed.keySha256())
                .param(filed.dataKey().value())
                .param(filed.kind().name())
                .param(filed.claimant().name())
                .param(filed.state().name())
                .param(filed.search().name())
                .param(filed.fileKey() == null ? null : filed.fileKey().value())
                .param(at(filed.receivedAt()))
                .param(at(filed.dueAt()))
                .update();
    }

    Optional<TakedownCase> find(UUID id) {
        return jdbc.sql(SELECT + "and id = ?").param(id).query(this::read).optional();
    }

    /** Cases because of which this output is not shown, the newest first. */
    List<TakedownCase> keepingDown(String outputId) {
        return jdbc.sql(SELECT + """
                        and id in (select case_id from takedown_match where output_id = ? and down)
                        order by received_at desc, id""").param(outputId).query(this::read).list();
    }

    /** Until the transaction ends nobody else can change it. */
    Optional<TakedownCase> lock(UUID id) {
        return jdbc.sql(SELECT + "and id = ? for update")
                .param(id)
                .query(this::read)
                .optional();
    }

    /** Undecided ones first, by their time; then the newest decisions. */
    List<TakedownCase> all() {
        return jdbc.sql(SELECT + "order by decided_at desc nulls first, due_at limit " + MOST_SHOWN)
                .query(this::read)
                .list();
    }

    /** Open ones whose time is over then or before. */
    List<UUID> dueUpTo(Instant time) {
        return jdbc.sql("select id from takedown_case where state = 'OPEN' and due_at <= ? order by due_at")
                .param(at(time))
                .query(UUID.class)
                .list();
    }

    /** Marks undecided ones that are due then or before and of which nobody was warned, and names them. */
    List<UUID> warn(Instant dueUpTo, Instant now) {
        return jdbc.sql("""
                        update takedown_case set warned_at = ?
                        where state in ('OPEN', 'HELD') and warned_at is null and due_at <= ? returning id
                        """).params(at(now), at(dueUpTo)).query(UUID.class).list();
    }

    void overdue(UUID id, Instant now) {
        jdbc.sql("update takedown_case set overdue_at = ? where id = ?")
                .params(at(now), id)
                .update();
    }

    void hold(UUID id) {
        jdbc.sql("update takedown_case set state = 'HELD' where id = ?")
                .param(id)
                .update();
    }

    void decide(UUID id, TakedownCase.State state, PersonId by, Instant now) {
        jdbc.sql("update takedown_case set state = ?, decided_at = ?, decided_by = ? where id = ?")
                .params(state.name(), at(now), by.value(), id)
                .update();
    }

    void searched(UUID id, @Nullable Problem problem) {
        jdbc.sql("update takedown_case set search = ?, search_problem = cast(? as jsonb) where id = ?")
                .param(problem == null ? "DONE" : "FAILED")
                .param(problem == null ? null : json.writeValueAsString(problem))
                .param(id)
                .update();
    }

    /** Undecided ones that are due between two times. */
    long undecided(Instant after, Instant upTo) {
        return jdbc.sql(
                        "select count(*) from takedown_case where state in ('OPEN', 'HELD') and due_at > ? and due_at <= ?")
                .params(at(after), at(upTo))
                .query(Long.class)
                .single();
    }

    /** A hundred at most. */
    List<TakedownCase> decidedUpTo(Instant time) {
        return jdbc.sql(SELECT + "and decided_at <= ? order by decided_at limit 100")
                .param(at(time))
                .query(this::read)
                .list();
    }

    /** Of a granted one it stays known that it was granted and for what, else a later case could bring that back. */
    void forget(TakedownCase decided) {
        String sql = decided.state() == TakedownCase.State.GRANTED
                ? "update takedown_case set forgotten_at = now(), decided_by = null where id = ?"
                : "delete from takedown_case where id = ?";
        jdbc.sql(sql).param(decided.id()).update();
        jdbc.sql("delete from takedown_objection where case_id = ?")
                .param(decided.id())
                .update();
    }

    private TakedownCase read(ResultSet row, int number) throws SQLException {
        String problem = row.getString("search_problem");
        UUID fileKey = row.getObject("file_key_id", UUID.class);
        return new TakedownCase(
                row.getObject("id", UUID.class),
                row.getString("key_sha256"),
                new DataKeyId(row.getObject("data_key_id", UUID.class)),
                TakedownKind.valueOf(row.getString("kind")),
                Claimant.valueOf(row.getString("claimant")),
                TakedownCase.State.valueOf(row.getString("state")),
                TakedownCase.Search.valueOf(row.getString("search")),
                fileKey == null ? null : new DataKeyId(fileKey),
                problem == null ? null : json.readValue(problem, Problem.class),
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                row.getObject("due_at", OffsetDateTime.class).toInstant(),
                instant(row, "overdue_at"),
                instant(row, "decided_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static OffsetDateTime at(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
