package studio.selfsame.release;

import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import studio.selfsame.identity.PersonId;
import studio.selfsame.policy.Suspension;

/** Which side lets which release rest. */
@Component
class RestRows {
    private final JdbcClient jdbc;

    RestRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(ReleaseId release, Rest rest, PersonId by) {
        jdbc.sql("""
                insert into release_suspension (release, side, reason, person, since)
                values (:release, :side, :reason, :person, :since)
                """)
                .param("release", release.value())
                .param("side", rest.side().name())
                .param("reason", rest.reason().name())
                .param("person", by.value())
                .param("since", Columns.time(rest.since()))
                .update();
    }

    void lift(ReleaseId release, Side side, PersonId by, Instant at) {
        jdbc.sql("""
                update release_suspension set lifted_by = :by, lifted_at = :at
                where release = :release and side = :side and lifted_at is null
                """)
                .param("by", by.value())
                .param("at", Columns.time(at))
                .param("release", release.value())
                .param("side", side.name())
                .update();
    }

    /** That have not been lifted, oldest first. */
    List<Rest> of(ReleaseId release) {
        return jdbc.sql("""
                select side, reason, since from release_suspension
                where release = :release and lifted_at is null order by since
                """)
                .param("release", release.value())
                .query((row, n) -> new Rest(
                        Side.valueOf(row.getString("side")),
                        Suspension.valueOf(row.getString("reason")),
                        Columns.time(row, "since")))
                .list();
    }
}
