package studio.selfsame.consent;

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
                    (id, likeness_id, purpose, subject, requester, issued_at, expires_at, signature)
                values (:id, :likeness, :purpose, :subject, :requester, :issued, :expires, :signature)
                """)
                .param("id", authorization.id())
                .param("likeness", authorization.use().likeness().value())
                .param("purpose", authorization.use().purpose().name())
                .param("subject", authorization.use().subject())
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
                                row.getObject("subject", UUID.class)),
                        new PersonId(row.getObject("requester", UUID.class)),
                        row.getObject("issued_at", OffsetDateTime.class).toInstant(),
                        row.getObject("expires_at", OffsetDateTime.class).toInstant(),
                        row.getBytes("signature")))
                .optional();
    }
}
