package studio.selfsame.consent;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import studio.selfsame.identity.PersonId;

/** Authorizations, for processes that are handed an id only. Trusted for nothing: the signature is checked at use. */
@Component
class AuthorizationTable {
    private final JdbcClient jdbc;

    AuthorizationTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Authorization authorization) {
        jdbc.sql("""
                insert into consent_authorization
                    (id, likeness_id, purpose, subject, release_use, length_us, requester, issued_at, expires_at, signature)
                values (:id, :likeness, :purpose, :subject, :releaseUse, :length, :requester, :issued, :expires, :signature)
                """)
                .param("id", authorization.id())
                .param("likeness", authorization.use().likeness().value())
                .param("purpose", authorization.use().purpose().name())
                .param("subject", authorization.use().subject())
                .param(
                        "releaseUse",
                        authorization
                                .use()
                                .under()
                                .map(under -> under.use().value())
                                .orElse(null))
                .param(
                        "length",
                        authorization.use().under().map(Under::lengthUs).orElse(null))
                .param("requester", authorization.requester().value())
                .param("issued", authorization.issuedAt().atOffset(ZoneOffset.UTC))
                .param("expires", authorization.expiresAt().atOffset(ZoneOffset.UTC))
                .param("signature", authorization.signature())
                .update();
    }

    Optional<Authorization> find(UUID id) {
        return jdbc.sql("select * from consent_authorization where id = :id")
                .param("id", id)
                .query((row, n) -> new Authorization(
                        row.getObject("id", UUID.class),
                        new Use(
                                new LikenessId(row.getObject("likeness_id", UUID.class)),
                                Use.Purpose.valueOf(row.getString("purpose")),
                                row.getObject("subject", UUID.class),
                                under(row)),
                        new PersonId(row.getObject("requester", UUID.class)),
                        row.getObject("issued_at", OffsetDateTime.class).toInstant(),
                        row.getObject("expires_at", OffsetDateTime.class).toInstant(),
                        row.getBytes("signature")))
                .optional();
    }

    private static Optional<Under> under(ResultSet row) throws SQLException {
        var lengthUs = row.getLong("length_us");
        return Optional.ofNullable(row.getObject("release_use", UUID.class))
                .map(ReleaseUseId::new)
                .map(use -> Under.ofMicroseconds(use, lengthUs));
    }
}
