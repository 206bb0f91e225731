package studio.selfsame.release;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import studio.selfsame.retention.Retained;
import studio.selfsame.retention.RetainedRows;
import studio.selfsame.retention.RetentionClock;

/** Invitations to releases that are good for nothing any more. */
@Configuration(proxyBeanMethods = false)
class SpentInvitations {
    @Bean
    Retained spentReleaseInvitations(JdbcClient jdbc) {
        return new RetainedRows(
                RetentionClock.SPENT_TOKENS,
                List.of("release_invitation where least(used_at, expires_at) <= :upTo"),
                jdbc);
    }
}
