package studio.selfsame.work;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what happened to a subject's work, in the order in which it became visible. */
@Component
class WorkEvents {
    private static final int BATCH = 500;

    private final JdbcClient jdbc;
    private final WorkJson json;

    WorkEvents(JdbcClient jdbc, WorkJson json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** How far a listener has read; as text, the id of an event. */
    record Mark(String transaction, long seq) {
        static final Mark START = new Mark("0", 0);
        private static final Pattern FORM = Pattern.compile("(\\d{1,18})-(\\d{1,18})");

        /** From the header {@code Last-Event-ID}; the start for anything that is no id of ours. */
        static Mark parse(@Nullable String lastEventId) {
            var found = FORM.matcher(lastEventId == null ? "" : lastEventId);
            return found.matches() ? new Mark(found.group(1), Long.parseLong(found.group(2))) : START;
        }

        @Override
        public String toString() {
            return transaction + "-" + seq;
        }
    }

    /** @param state in lower case, as everywhere in the HTTP API */
    record Progress(String kind, int part, String state, String stage, double fraction, Map<String, Double> figures) {}

    record Event(Mark mark, Progress progress) {}

    List<Event> after(UUID subject, Mark mark) {
        return jdbc.sql("""
                select * from work_event
                where subject = ? and (transaction, seq) > (?::text::xid8, ?)
                  and transaction < pg_snapshot_xmin(pg_current_snapshot())
                order by transaction, seq limit ?
                """)
                .params(subject, mark.transaction(), mark.seq(), BATCH)
                .query(this::event)
                .list();
    }

    /** The newest event of each row of the subject: all that a new listener needs of the past. */
    List<Event> newest(UUID subject) {
        return jdbc.sql("""
                select * from (
                    select distinct on (kind, part) * from work_event
                    where subject = ? and transaction < pg_snapshot_xmin(pg_current_snapshot())
                    order by kind, part, transaction desc, seq desc) newest
                order by transaction, seq
                """).param(subject).query(this::event).list();
    }

    /** True when no work of the subject is open and nothing has happened after {@code mark}. */
    boolean isOver(UUID subject, Mark mark) {
        return jdbc.sql("""
                select not exists (select from work where subject = ? and state in ('QUEUED', 'RUNNING'))
                   and not exists (select from work_event
                                   where subject = ? and (transaction, seq) > (?::text::xid8, ?))
                """)
                .params(subject, subject, mark.transaction(), mark.seq())
                .query(Boolean.class)
                .single();
    }

    private Event event(ResultSet row, int number) throws SQLException {
        return new Event(
                new Mark(row.getString("transaction"), row.getLong("seq")),
                new Progress(
                        row.getString("kind"),
                        row.getInt("part"),
                        row.getString("state").toLowerCase(Locale.ROOT),
                        row.getString("stage"),
                        row.getDouble("fraction"),
                        json.figures(row.getString("figures"))));
    }
}
