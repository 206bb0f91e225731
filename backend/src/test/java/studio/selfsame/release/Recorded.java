package studio.selfsame.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.ResultActions;

/** Decisions as they were kept. */
class Recorded {
    private final JdbcClient jdbc;
    private final Heard heard;

    Recorded(JdbcClient jdbc, Heard heard) {
        this.jdbc = jdbc;
        this.heard = heard;
    }

    private record Row(String action, String outcome, List<String> policyIds) {}

    /** The answer names exactly these reasons, and what was recorded last about the subject is that refusal. */
    void refusal(UUID subject, ResultActions answer, String... reasons) throws Exception {
        answer.andExpect(status().isForbidden());
        assertThat(JsonPath.<List<String>>read(Play.body(answer), "$.reasons[*].policyId"))
                .containsExactly(reasons);
        last(subject, reasons);
    }

    /** The newest decision about it, in the table and on the audit trail. */
    void last(UUID subject, String... reasons) {
        var row = rows(subject).getLast();
        assertThat(row.outcome()).isEqualTo("deny");
        assertThat(row.policyIds()).containsExactly(reasons);
        var record = heard.about(subject).getLast();
        assertThat(record.kind()).isEqualTo("StepRefused");
        assertThat(record.facts())
                .containsEntry("action", row.action())
                .containsEntry("policies", String.join(",", reasons));
    }

    private List<Row> rows(UUID subject) {
        return jdbc.sql("select * from consent_decision where subject = :subject order by decided_at")
                .param("subject", subject)
                .query((row, n) -> new Row(row.getString("action"), row.getString("outcome"), List.of((String[])
                        row.getArray("policy_ids").getArray())))
                .list();
    }
}
