package studio.selfsame.consent;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import studio.selfsame.retention.Retained;
import studio.selfsame.retention.RetentionClock;

/**
 * Decisions and authorizations; grants and certificates of ended likenesses. The newest authorization of a likeness in force
 * stays: it says when the likeness was used last.
 */
@Component
class ConsentRecords implements Retained {
    private static final List<String> KEPT = List.of(
            "consent_decision where decided_at <= :upTo",
            """
            consent_authorization where issued_at <= :upTo and (
                exists (select from consent_likeness l where l.id = likeness_id and l.withdrawn_at is not null)
                or exists (select from consent_authorization later where later.likeness_id = consent_authorization.likeness_id
                    and (later.issued_at, later.id) > (consent_authorization.issued_at, consent_authorization.id)))""",
            "consent_grant where likeness_id in (select id from consent_likeness where withdrawn_at <= :upTo)",
            "deletion_certificate where complete"
                    + " and likeness_id in (select id from consent_likeness where withdrawn_at <= :upTo)");

    private final JdbcClient jdbc;

    ConsentRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public RetentionClock clock() {
        return RetentionClock.RECORDS;
    }

    @Override
    public int due(Instant upTo) {
        return KEPT.stream()
                .mapToInt(kept -> jdbc.sql("select count(*) from " + kept)
                        .param("upTo", upTo.atOffset(ZoneOffset.UTC))
                        .query(Integer.class)
                        .single())
                .sum();
    }

    @Override
    public int sweep(Instant upTo) {
        return KEPT.stream()
                .mapToInt(kept -> jdbc.sql("delete from " + kept)
                        .param("upTo", upTo.atOffset(ZoneOffset.UTC))
                        .update())
                .sum();
    }
}
