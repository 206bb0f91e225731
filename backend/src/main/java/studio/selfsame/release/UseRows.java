package studio.selfsame.release;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import studio.selfsame.consent.ReleaseUseId;
import studio.selfsame.identity.PersonId;
import tools.jackson.databind.json.JsonMapper;

/** Uses that were asked for. */
@Component
class UseRows {
    private final JdbcClient jdbc;
    private final JsonMapper json;

    UseRows(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void insert(ReleaseUse use) {
        jdbc.sql("""
                insert into release_use (id, release, version, asked_by, asked_at, terms, script_language, script_sha256,
                    longest_seconds, state, decided_version, decided_at)
                values (:id, :release, :version, :by, :at, :terms::jsonb, :language, :script, :longest, :state,
                    :decidedVersion, :decidedAt)
                """)
                .param("id", use.id().value())
                .param("release", use.release().value())
                .param("version", use.version())
                .param("by", use.askedBy().value())
                .param("at", Columns.time(use.askedAt()))
                .param("terms", json.writeValueAsString(use.scope()))
                .param("language", use.scriptLanguage())
                .param("script", use.scriptSha256())
                .param("longest", use.longestSeconds())
                .param("state", use.state().name())
                .param(
                        "decidedVersion",
                        use.decided().map(ReleaseUse.Decided::version).orElse(null))
                .param(
                        "decidedAt",
                        use.decided().map(decided -> Columns.time(decided.at())).orElse(null))
                .update();
    }

    void decide(ReleaseUseId id, ReleaseUse.State state, ReleaseUse.Decided decided) {
        jdbc.sql("""
                update release_use set state = :state, decided_version = :version, decided_by = :by, decided_at = :at,
                    note = :note
                where id = :id
                """)
                .param("state", state.name())
                .param("version", decided.version())
                .param("by", decided.by().map(PersonId::value).orElse(null))
                .param("at", Columns.time(decided.at()))
                .param("note", decided.note().orElse(null))
                .param("id", id.value())
                .update();
    }

    /** All that could still have come about. */
    void withdraw(ReleaseId release) {
        jdbc.sql(
                        "update release_use set state = 'WITHDRAWN' where release = :release and state in ('ASKED', 'APPROVED')")
                .param("release", release.value())
                .update();
    }

    Optional<ReleaseUse> find(ReleaseUseId id) {
        return jdbc.sql("select * from release_use where id = :id")
                .param("id", id.value())
                .query(this::read)
                .optional();
    }

    /** Newest first. */
    List<ReleaseUse> of(ReleaseId release) {
        return jdbc.sql("select * from release_use where release = :release order by asked_at desc, id")
                .param("release", release.value())
                .query(this::read)
                .list();
    }

    private ReleaseUse read(ResultSet row, int number) throws SQLException {
        var decidedVersion = row.getObject("decided_version", Integer.class);
        return new ReleaseUse(
                new ReleaseUseId(row.getObject("id", UUID.class)),
                new ReleaseId(row.getObject("release", UUID.class)),
                row.getInt("version"),
                new PersonId(row.getObject("asked_by", UUID.class)),
                Columns.time(row, "asked_at"),
                json.readValue(row.getString("terms"), UseScope.class),
                row.getString("script_language"),
                row.getString("script_sha256"),
                row.getInt("longest_seconds"),
                ReleaseUse.State.valueOf(row.getString("state")),
                decidedVersion == null
                        ? Optional.empty()
                        : Optional.of(new ReleaseUse.Decided(
                                decidedVersion,
                                Optional.ofNullable(row.getObject("decided_by", UUID.class))
                                        .map(PersonId::new),
                                Columns.time(row, "decided_at"),
                                Optional.ofNullable(row.getObject("note", UUID.class)))));
    }
}
