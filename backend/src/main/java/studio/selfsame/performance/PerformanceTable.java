package studio.selfsame.performance;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import studio.selfsame.consent.LikenessId;
import studio.selfsame.consent.ReleaseUseId;
import studio.selfsame.identity.PersonId;
import studio.selfsame.performance.PerformanceRow.State;
import studio.selfsame.problem.Problem;
import studio.selfsame.vault.DataKeyId;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The rows of {@code performance}. */
@Repository
class PerformanceTable {
    private static final TypeReference<Map<String, String>> FILES = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    PerformanceTable(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void insert(PerformanceRow row) {
        var releaseUse = row.releaseUse();
        var rest = row.rest();
        jdbc.sql("""
                        insert into performance
                            (id, author, likeness, release_use, data_key, kind, voice, rest, language, synthesizer,
                             authorization_id, state, begun_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(row.id().value())
                .param(row.author().value())
                .param(row.likeness().value())
                .param(releaseUse == null ? null : releaseUse.value())
                .param(row.dataKey().value())
                .param(row.kind().text())
                .param(row.voice().text())
                .param(rest == null ? null : rest.text())
                .param(row.language().toLanguageTag())
                .param(row.synthesizer())
                .param(row.authorization())
                .param(row.state().text())
                .param(Timestamp.from(row.begunAt()))
                .update();
    }

    Optional<PerformanceRow> find(PerformanceId id) {
        return jdbc.sql("select * from performance where id = ?")
                .param(id.value())
                .query(this::row)
                .optional();
    }

    /** Whether the row was still being received. */
    boolean received(PerformanceId id, Map<String, String> files) {
        return jdbc.sql("""
                        update performance set state = 'preparing', files = cast(? as jsonb)
                        where id = ? and state = 'receiving'
                        """).params(json.writeValueAsString(files), id.value()).update() == 1;
    }

    /** Whether the row was still being spoken or prepared. */
    boolean ready(PerformanceId id, long durationUs) {
        return jdbc.sql("""
                        update performance set state = 'ready', duration_us = ?
                        where id = ? and state in ('speaking', 'preparing')
                        """).params(durationUs, id.value()).update() == 1;
    }

    /** Whether the row was still being prepared. */
    boolean refused(PerformanceId id, Problem problem, List<Reason> reasons, Instant at) {
        return jdbc.sql("""
                        update performance set state = 'refused', problem = cast(? as jsonb), reasons = cast(? as jsonb),
                            ended_at = ?
                        where id = ? and state = 'preparing'
                        """)
                        .params(
                                json.writeValueAsString(problem),
                                json.writeValueAsString(reasons),
                                Timestamp.from(at),
                                id.value())
                        .update()
                == 1;
    }

    void failed(PerformanceId id, Problem problem) {
        jdbc.sql("""
                        update performance set state = 'failed', problem = cast(? as jsonb), ended_at = now()
                        where id = ? and state in ('speaking', 'preparing')
                        """).params(json.writeValueAsString(problem), id.value()).update();
    }

    /** Of an upload that never ended, or of a recording that was deleted. */
    void delete(PerformanceId id) {
        jdbc.sql("delete from performance where id = ? and state in ('receiving', 'deleted')")
                .param(id.value())
                .update();
    }

    /** Uploads that began then or before and never ended; a hundred at most. */
    List<PerformanceRow> receivingSince(Instant upTo) {
        return jdbc.sql(
                        "select * from performance where state = 'receiving' and begun_at <= ? order by begun_at limit 100")
                .param(Timestamp.from(upTo))
                .query(this::row)
                .list();
    }

    /** Recordings of this author, the newest first. */
    List<PerformanceRow> recordedBy(PersonId author) {
        return jdbc.sql("""
                        select * from performance where author = ? and kind <> 'script'
                            and state in ('preparing', 'ready', 'refused', 'failed')
                        order by begun_at desc, id
                        """).param(author.value()).query(this::row).list();
    }

    /** Takes a recording of this author's out of use; the row as it is then, empty where there is none. */
    Optional<PerformanceRow> deleted(PerformanceId id, PersonId author, Instant at) {
        return jdbc.sql("""
                        update performance set state = 'deleted', files = '{}', problem = null, reasons = null, ended_at = ?
                        where id = ? and author = ? and kind <> 'script'
                            and state in ('preparing', 'ready', 'refused', 'failed')
                        returning *
                        """)
                .params(Timestamp.from(at), id.value(), author.value())
                .query(this::row)
                .optional();
    }

    /** Recordings refused, failed or deleted then or before, and not forgotten; a hundred at most. */
    List<PerformanceRow> endedSince(Instant upTo) {
        return jdbc.sql("""
                        select * from performance
                        where state in ('refused', 'failed', 'deleted') and ended_at <= ? and kind <> 'script'
                            and (problem is not null or state = 'deleted')
                        order by ended_at limit 100
                        """).param(Timestamp.from(upTo)).query(this::row).list();
    }

    /** Leaves of a refused or failed row only that there was one. */
    void forget(PerformanceId id) {
        jdbc.sql("update performance set files = '{}', problem = null, reasons = null where id = ?")
                .param(id.value())
                .update();
    }

    List<PerformanceRow> of(LikenessId likeness) {
        return jdbc.sql("select * from performance where likeness = ? order by begun_at")
                .param(likeness.value())
                .query(this::row)
                .list();
    }

    /** Marks all performances of the likeness; returns them. */
    List<PerformanceRow> withdraw(LikenessId likeness) {
        return jdbc.sql("update performance set state = 'withdrawn' where likeness = ? returning *")
                .param(likeness.value())
                .query(this::row)
                .list();
    }

    private PerformanceRow row(ResultSet row, int number) throws SQLException {
        var problem = row.getString("problem");
        var releaseUse = row.getObject("release_use", UUID.class);
        var rest = row.getString("rest");
        var reasons = row.getString("reasons");
        return new PerformanceRow(
                new PerformanceId(row.getObject("id", UUID.class)),
                new PersonId(row.getObject("author", UUID.class)),
                new LikenessId(row.getObject("likeness", UUID.class)),
                releaseUse == null ? null : new ReleaseUseId(releaseUse),
                new DataKeyId(row.getObject("data_key", UUID.class)),
                PerformanceKind.of(row.getString("kind")),
                Voice.of(row.getString("voice")),
                rest == null ? null : Rest.of(rest),
                Locale.forLanguageTag(row.getString("language")),
                row.getString("synthesizer"),
                row.getObject("authorization_id", UUID.class),
                json.readValue(row.getString("files"), FILES),
                State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getObject("duration_us", Long.class),
                problem == null ? null : json.readValue(problem, Problem.class),
                reasons == null ? List.of() : List.of(json.readValue(reasons, Reason[].class)),
                row.getTimestamp("begun_at").toInstant());
    }
}
