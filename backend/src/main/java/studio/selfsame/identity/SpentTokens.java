package studio.selfsame.identity;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import studio.selfsame.retention.Retained;
import studio.selfsame.retention.RetainedRows;
import studio.selfsame.retention.RetentionClock;

/** Invitations, ceremonies and step-ups that are good for nothing any more. */
@Configuration(proxyBeanMethods = false)
class SpentTokens {
    private static final List<String> SPENT = List.of(
            "organisation_invitation where least(accepted_at, expires_at) <= :upTo",
            "passkey_ceremony where least(spent_at, expires_at) <= :upTo",
            "step_up where at <= :upTo");

    @Bean
    Retained spentIdentityTokens(JdbcClient jdbc) {
        return new RetainedRows(RetentionClock.SPENT_TOKENS, SPENT, jdbc);
    }
}
