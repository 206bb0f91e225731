package studio.selfsame.consent.deletion;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import studio.selfsame.consent.LikenessId;

/** Certificates, and the ended likenesses that have none yet. */
@Component
class CertificateTable {
    private static final String ENDED =
            "select l.id, l.withdrawn_at, l.ended_by from consent_likeness l left join deletion_certificate c on c.likeness_id = l.id ";

    private final JdbcClient jdbc;

    CertificateTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<EndedLikeness> ended(LikenessId id) {
        return jdbc.sql(ENDED + "where l.id = ? and l.withdrawn_at is not null")
                .param(id.value())
                .query(CertificateTable::read)
                .optional();
    }

    /** Ended, and without any certificate; oldest first. */
    List<EndedLikeness> uncertified() {
        return jdbc.sql(ENDED + "where l.withdrawn_at is not null and c.likeness_id is null order by l.withdrawn_at")
                .query(CertificateTable::read)
                .list();
    }

    /** Ended at {@code upTo} or before, and without a complete certificate; oldest first. */
    List<EndedLikeness> incomplete(Instant upTo) {
        return jdbc.sql(ENDED + "where l.withdrawn_at <= ? and c.complete is not true order by l.withdrawn_at")
                .param(upTo.atOffset(ZoneOffset.UTC))
                .query(CertificateTable::read)
                .list();
    }

    Optional<StoredCertificate> find(LikenessId id) {
        return jdbc.sql("select note, sha256, complete from deletion_certificate where likeness_id = ?")
                .param(id.value())
                .query((row, number) -> new StoredCertificate(
                        row.getString("note"), row.getString("sha256"), row.getBoolean("complete")))
                .optional();
    }

    /** False when another process was faster, or a complete one is there. */
    boolean put(LikenessId id, StoredCertificate certificate, Optional<StoredCertificate> replaced, Instant at) {
        return jdbc.sql("""
                        insert into deletion_certificate (likeness_id, note, sha256, issued_at, complete)
                        values (:id, :note, :sha256, :at, :complete)
                        on conflict (likeness_id) do update
                            set note = excluded.note, sha256 = excluded.sha256, issued_at = excluded.issued_at,
                                complete = excluded.complete
                            where deletion_certificate.sha256 = :replaced
                        """)
                        .param("id", id.value())
                        .param("note", certificate.note())
                        .param("sha256", certificate.sha256())
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("complete", certificate.complete())
                        .param(
                                "replaced",
                                replaced.map(StoredCertificate::sha256).orElse(""))
                        .update()
                == 1;
    }

    private static EndedLikeness read(ResultSet row, int number) throws SQLException {
        return new EndedLikeness(
                new LikenessId(row.getObject("id", UUID.class)),
                row.getObject("withdrawn_at", OffsetDateTime.class).toInstant(),
                row.getString("ended_by"));
    }
}
