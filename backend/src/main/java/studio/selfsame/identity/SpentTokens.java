package studio.selfsame.identity;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import studio.selfsame.retention.Retained;
import studio.selfsame.retention.RetentionClock;

/** Invitations, ceremonies and step-ups that are good for nothing any more. */
@Component
class SpentTokens implements Retained {
    private static final List<String> SPENT = List.of(
            "organisation_invitation where least(accepted_at, expires_at) <= :upTo",
            "passkey_ceremony where least(spent_at, expires_at) <= :upTo",
            "step_up where at <= :upTo");

    private final JdbcClient jdbc;

    SpentTokens(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public RetentionClock clock() {
        return RetentionClock.SPENT_TOKENS;
    }

    @Override
    public int due(Instant upTo) {
        return SPENT.stream()
                .mapToInt(spent -> jdbc.sql("select count(*) from " + spent)
                        .param("upTo", upTo.atOffset(ZoneOffset.UTC))
                        .query(Integer.class)
                        .single())
                .sum();
    }

    @Override
    public int sweep(Instant upTo) {
        return SPENT.stream()
                .mapToInt(spent -> jdbc.sql("delete from " + spent)
                        .param("upTo", upTo.atOffset(ZoneOffset.UTC))
                        .update())
                .sum();
    }
}
