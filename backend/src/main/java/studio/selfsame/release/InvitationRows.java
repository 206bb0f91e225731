package studio.selfsame.release;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import studio.selfsame.identity.PersonId;

/** Invitations, by the hashes of their tokens. */
@Component
class InvitationRows {
    private final JdbcClient jdbc;

    InvitationRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Row(ReleaseId release, Instant expiresAt, boolean used) {
        boolean good(Instant now) {
            return !used && now.isBefore(expiresAt);
        }
    }

    /** Earlier ones to the same release are no longer good. */
    void insert(InvitationToken token, ReleaseId release, PersonId by, Instant at, Instant expiresAt) {
        jdbc.sql("update release_invitation set expires_at = :at where release = :release and expires_at > :at")
                .param("at", Columns.time(at))
                .param("release", release.value())
                .update();
        jdbc.sql("""
                insert into release_invitation (token_sha256, release, invited_by, invited_at, expires_at)
                values (:token, :release, :by, :at, :expires)
                """)
                .param("token", token.sha256())
                .param("release", release.value())
                .param("by", by.value())
                .param("at", Columns.time(at))
                .param("expires", Columns.time(expiresAt))
                .update();
    }

    void use(InvitationToken token, PersonId by, Instant at) {
        jdbc.sql("update release_invitation set used_by = :by, used_at = :at where token_sha256 = :token")
                .param("by", by.value())
                .param("at", Columns.time(at))
                .param("token", token.sha256())
                .update();
    }

    Optional<Row> find(InvitationToken token) {
        return jdbc.sql("select * from release_invitation where token_sha256 = :token")
                .param("token", token.sha256())
                .query((row, n) -> new Row(
                        new ReleaseId(row.getObject("release", UUID.class)),
                        Columns.time(row, "expires_at"),
                        row.getObject("used_by") != null))
                .optional();
    }
}
