package studio.selfsame.sealing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import studio.selfsame.audit.AuditTrail;
import studio.selfsame.identity.PersonId;
import tools.jackson.databind.json.JsonMapper;

/** What is on record of how outputs were disclosed, to be read. */
@Repository
class DisclosureRecords {
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final AuditTrail audit;

    DisclosureRecords(JdbcClient jdbc, JsonMapper json, AuditTrail audit) {
        this.jdbc = jdbc;
        this.json = json;
        this.audit = audit;
    }

    /**
     * What is told about an output beside its video.
     *
     * @param label words of the visible label
     * @param language spoken in it, BCP 47
     */
    record Told(String outputId, String label, String language, List<String> notices) {}

    /** Of everything that this person had made, as far as it is on record. */
    Map<String, Told> toldOf(PersonId requester) {
        return jdbc.sql("""
                        select d.* from output_disclosure d join sealed_output o using (output_id) where o.requester_id = ?
                        """).param(requester.value()).query((row, number) -> told(row)).list().stream()
                .collect(Collectors.toMap(Told::outputId, Function.identity()));
    }

    Optional<Told> told(String outputId) {
        return jdbc.sql("select * from output_disclosure where output_id = ?")
                .param(outputId)
                .query((row, number) -> told(row))
                .optional();
    }

    /** Empty of outputs from before any of it was written down. */
    Optional<DisclosureView> find(String outputId) {
        return jdbc.sql("select * from output_disclosure where output_id = ?")
                .param(outputId)
                .query((row, number) -> view(row))
                .optional();
    }

    private DisclosureView view(ResultSet row) throws SQLException {
        Told told = told(row);
        return new DisclosureView(
                told.outputId(),
                told.label(),
                told.language(),
                row.getString("manifest_id"),
                new DisclosureView.Mark(OutputDisclosures.MARK, told.outputId(), row.getString("mark_key")),
                audit.find(OutputSealed.class.getSimpleName(), told.outputId(), Map.of())
                        .map(AuditTrail.Entry::index)
                        .orElse(null),
                new DisclosureView.Decision(
                        row.getObject("authorization_id", UUID.class),
                        row.getString("decision_sha256"),
                        row.getObject("decision_index", Long.class)),
                row.getObject("release_id", UUID.class),
                told.notices(),
                row.getObject("training_authorization_id", UUID.class),
                model(row.getString("model")));
    }

    private @Nullable OutputModel model(@Nullable String text) {
        return text == null ? null : json.readValue(text, OutputModel.class);
    }

    private static Told told(ResultSet row) throws SQLException {
        return new Told(
                row.getString("output_id"), row.getString("label"), row.getString("language"), List.of((String[])
                        row.getArray("notices").getArray()));
    }
}
