package studio.selfsame.sealing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import studio.selfsame.consent.LikenessId;
import studio.selfsame.identity.PersonId;
import studio.selfsame.rendering.RenderId;

/** Outputs in the database. */
@Repository
class OutputRows implements OutputRecords {
    private final JdbcClient jdbc;

    OutputRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<OutputRecord> find(String outputId) {
        return jdbc.sql("select * from sealed_output where output_id = ?")
                .param(outputId)
                .query(OutputRows::output)
                .optional();
    }

    Optional<OutputRecord> ofRender(RenderId render) {
        return jdbc.sql("select * from sealed_output where render_id = ?")
                .param(render.value())
                .query(OutputRows::output)
                .optional();
    }

    List<OutputRecord> of(PersonId owner) {
        return jdbc.sql("select * from sealed_output where owner_id = ? order by sealed_at desc")
                .param(owner.value())
                .query(OutputRows::output)
                .list();
    }

    /** The output, for its owner alone, while its file is kept. */
    Optional<SealedOutput> sealed(String outputId, PersonId owner) {
        return jdbc.sql("select * from sealed_output where output_id = ? and owner_id = ? and file_erased_at is null")
                .params(outputId, owner.value())
                .query((row, number) -> new SealedOutput(
                        output(row, number),
                        Delivery.objectOf(new RenderId(row.getObject("render_id", UUID.class))),
                        row.getLong("file_bytes")))
                .optional();
    }

    void insert(OutputRecord record, PersonId owner, long fileBytes) {
        jdbc.sql("""
                insert into sealed_output
                  (output_id, render_id, likeness_id, owner_id, file_bytes, file_sha256, manifest_sha256, state, sealed_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        record.outputId(),
                        record.render().value(),
                        record.likeness().value(),
                        owner.value(),
                        fileBytes,
                        record.fileSha256(),
                        record.manifestSha256(),
                        record.state().name(),
                        record.sealedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** One at a time per likeness, until the transaction ends. */
    void lock(LikenessId likeness) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 10))")
                .param("sealed_output/" + likeness.value())
                .query((row, number) -> number)
                .single();
    }

    /** How many were in force. */
    int withdraw(LikenessId likeness, Instant at) {
        return jdbc.sql("""
                        update sealed_output set state = 'WITHDRAWN', withdrawn_at = ?
                        where likeness_id = ? and state = 'IN_FORCE'
                        """)
                .params(at.atOffset(ZoneOffset.UTC), likeness.value())
                .update();
    }

    private static OutputRecord output(ResultSet row, int number) throws SQLException {
        return new OutputRecord(
                row.getString("output_id"),
                new RenderId(row.getObject("render_id", UUID.class)),
                new LikenessId(row.getObject("likeness_id", UUID.class)),
                row.getString("file_sha256"),
                row.getString("manifest_sha256"),
                OutputRecord.State.valueOf(row.getString("state")),
                row.getTimestamp("sealed_at").toInstant());
    }
}
