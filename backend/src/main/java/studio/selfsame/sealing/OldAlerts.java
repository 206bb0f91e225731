package studio.selfsame.sealing;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import studio.selfsame.retention.Retained;
import studio.selfsame.retention.RetainedRows;
import studio.selfsame.retention.RetentionClock;

/** Alerts are kept as long as the records of what they were about. */
@Configuration(proxyBeanMethods = false)
class OldAlerts {
    @Bean
    Retained oldOperatorAlerts(JdbcClient jdbc) {
        return new RetainedRows(RetentionClock.RECORDS, List.of("operator_alert where raised_at <= :upTo"), jdbc);
    }
}
