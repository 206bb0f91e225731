package studio.selfsame.identity;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A record as the trail keeps it, in the tree already or about to be. */
record Recorded(String kind, String entry) {
    static List<Recorded> about(JdbcClient jdbc, String subject) {
        return jdbc.sql("""
                        select kind, entry from audit_entry where subject = :subject
                        union all select kind, entry from audit_pending where subject = :subject
                        """)
                .param("subject", subject)
                .query((row, number) -> new Recorded(row.getString("kind"), row.getString("entry")))
                .list();
    }
}
