package studio.selfsame.consent;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Likenesses in force with which nothing has happened for long. */
@Component
class IdleLikenesses {
    /** Each with its condition at or before {@code :upTo}. */
    enum Kind {
        UNGRANTED("""
                not exists (select from consent_grant g where g.likeness_id = l.id) and l.opened_at <= :upTo"""),
        UNUSED("""
                exists (select from consent_grant g where g.likeness_id = l.id)
                and not exists (select from consent_grant g where g.likeness_id = l.id and g.granted_at > :upTo)
                and not exists (select from consent_authorization a where a.likeness_id = l.id and a.issued_at > :upTo)""");

        private final String condition;

        Kind(String condition) {
            this.condition = condition;
        }
    }

    private final JdbcClient jdbc;

    IdleLikenesses(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    int count(Kind kind, Instant upTo) {
        return query("select count(*)", kind, "", upTo).query(Integer.class).single();
    }

    List<LikenessId> some(Kind kind, Instant upTo, int most) {
        return query("select l.id", kind, " order by l.opened_at limit " + most, upTo).query(UUID.class).list().stream()
                .map(LikenessId::new)
                .toList();
    }

    boolean is(Kind kind, Instant upTo, LikenessId id) {
        return query("select count(*)", kind, " and l.id = :id", upTo)
                        .param("id", id.value())
                        .query(Integer.class)
                        .single()
                == 1;
    }

    private JdbcClient.StatementSpec query(String select, Kind kind, String more, Instant upTo) {
        return jdbc.sql(select + " from consent_likeness l where l.withdrawn_at is null and " + kind.condition + more)
                .param("upTo", upTo.atOffset(ZoneOffset.UTC));
    }
}
