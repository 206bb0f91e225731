package studio.selfsame.release;

import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import studio.selfsame.retention.Retained;
import studio.selfsame.retention.RetentionClock;

/** Invitations to releases that are good for nothing any more. */
@Component
class SpentInvitations implements Retained {
    private static final String SPENT = " from release_invitation where least(used_at, expires_at) <= :upTo";

    private final JdbcClient jdbc;

    SpentInvitations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public RetentionClock clock() {
        return RetentionClock.SPENT_TOKENS;
    }

    @Override
    public int due(Instant upTo) {
        return jdbc.sql("select count(*)" + SPENT)
                .param("upTo", Columns.time(upTo))
                .query(Integer.class)
                .single();
    }

    @Override
    public int sweep(Instant upTo) {
        return jdbc.sql("delete" + SPENT).param("upTo", Columns.time(upTo)).update();
    }
}
