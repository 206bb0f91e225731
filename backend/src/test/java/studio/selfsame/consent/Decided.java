package studio.selfsame.consent;

import java.sql.Array;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A stored decision, as a test reads it back. */
record Decided(String action, String outcome, List<String> policyIds, String policySet, String schema, String facts) {
    static List<Decided> about(JdbcClient jdbc, UUID subject) {
        return jdbc.sql("select * from consent_decision where subject = :subject order by decided_at, action desc")
                .param("subject", subject)
                .query((row, n) -> new Decided(
                        row.getString("action"),
                        row.getString("outcome"),
                        strings(row.getArray("policy_ids")),
                        row.getString("policy_set_sha256"),
                        row.getString("schema_sha256"),
                        row.getString("facts_sha256")))
                .list();
    }

    private static List<String> strings(Array array) throws java.sql.SQLException {
        return List.of((String[]) array.getArray());
    }
}
