package studio.selfsame.consent;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import studio.selfsame.retention.Retained;
import studio.selfsame.retention.RetainedRows;
import studio.selfsame.retention.RetentionClock;

/**
 * Decisions and authorizations; grants and certificates of ended likenesses. The newest authorization of a likeness in force
 * stays: it says when the likeness was used last.
 */
@Configuration(proxyBeanMethods = false)
class ConsentRecords {
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

    @Bean
    Retained oldConsentRecords(JdbcClient jdbc) {
        return new RetainedRows(RetentionClock.RECORDS, KEPT, jdbc);
    }
}
