package studio.selfsame.retention;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Rows of which nothing stays.
 *
 * @param which each a table and a condition that compares with {@code :upTo}: what may follow {@code delete from}
 */
public record RetainedRows(RetentionClock clock, List<String> which, JdbcClient jdbc) implements Retained {
    public RetainedRows {
        which = List.copyOf(which);
    }

    @Override
    public int due(Instant upTo) {
        return which.stream()
                .mapToInt(rows -> asked("select count(*) from " + rows, upTo)
                        .query(Integer.class)
                        .single())
                .sum();
    }

    @Override
    public int sweep(Instant upTo) {
        return which.stream()
                .mapToInt(rows -> asked("delete from " + rows, upTo).update())
                .sum();
    }

    private JdbcClient.StatementSpec asked(String sql, Instant upTo) {
        return jdbc.sql(sql).param("upTo", upTo.atOffset(ZoneOffset.UTC));
    }
}
