package studio.selfsame.consent;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import studio.selfsame.identity.PersonId;

/** The register's rows and their locks. */
@Component
class LikenessTable {
    private static final String SELECT =
            "select id, owner, withdrawn_at, taken_down_at from consent_likeness where id = :id";

    private final JdbcClient jdbc;

    LikenessTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(LikenessId id, PersonId owner, Instant at) {
        jdbc.sql("insert into consent_likeness (id, owner, opened_at) values (:id, :owner, :at)")
                .param("id", id.value())
                .param("owner", owner.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<RegisteredLikeness> find(LikenessId id) {
        return query(SELECT, id);
    }

    /** Until the transaction ends, nobody can withdraw; many may hold this at once. */
    Optional<RegisteredLikeness> findAgainstWithdrawal(LikenessId id) {
        return query(SELECT + " for share", id);
    }

    /** Waits for everyone who is deciding about this likeness, and keeps others from deciding. */
    Optional<RegisteredLikeness> findToWithdraw(LikenessId id) {
        return query(SELECT + " for update", id);
    }

    void withdraw(LikenessId id, ConsentWithdrawn.Cause cause, Instant at) {
        jdbc.sql("""
                        update consent_likeness set withdrawn_at = :at, ended_by = :cause
                        where id = :id and withdrawn_at is null
                        """)
                .param("id", id.value())
                .param("cause", cause.code())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /**
     * Waits as {@link #findToWithdraw} does.
     *
     * @param at null: it is not taken down any more
     * @return whether that was otherwise before
     */
    boolean takeDown(LikenessId id, @Nullable Instant at) {
        return jdbc.sql("""
                        update consent_likeness set taken_down_at = cast(:at as timestamptz)
                        where id = :id and (taken_down_at is null) <> (cast(:at as timestamptz) is null)
                        """)
                        .param("id", id.value())
                        .param("at", at == null ? null : at.atOffset(ZoneOffset.UTC))
                        .update()
                > 0;
    }

    private Optional<RegisteredLikeness> query(String sql, LikenessId id) {
        return jdbc.sql(sql).param("id", id.value()).query(LikenessTable::read).optional();
    }

    private static RegisteredLikeness read(ResultSet row, int number) throws SQLException {
        var withdrawn = row.getObject("withdrawn_at", OffsetDateTime.class);
        return new RegisteredLikeness(
                new LikenessId(row.getObject("id", UUID.class)),
                new PersonId(row.getObject("owner", UUID.class)),
                withdrawn == null ? null : withdrawn.toInstant(),
                row.getObject("taken_down_at") != null);
    }
}
