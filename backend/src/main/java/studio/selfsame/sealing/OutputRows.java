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
import studio.selfsame.consent.Authorization;
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

    /** What this person had made, newest first. */
    List<OutputRecord> of(PersonId requester) {
        return jdbc.sql("select * from sealed_output where requester_id = ? order by sealed_at desc")
                .param(requester.value())
                .query(OutputRows::output)
                .list();
    }

    /** What shows this likeness, whoever had it made, newest first. */
    List<OutputOfLikeness> of(LikenessId likeness) {
        return jdbc.sql("select * from sealed_output where likeness_id = ? order by sealed_at desc")
                .param(likeness.value())
                .query((row, number) -> new OutputOfLikeness(
                        output(row, number), Optional.ofNullable(row.getObject("release_use", UUID.class))))
                .list();
    }

    /** The output, if this person had it made. */
    Optional<OutputRecord> madeBy(String outputId, PersonId requester) {
        return jdbc.sql("select * from sealed_output where output_id = ? and requester_id = ?")
                .params(outputId, requester.value())
                .query(OutputRows::output)
                .optional();
    }

    /** The output, for who had it made alone, while its file is kept. */
    Optional<SealedOutput> sealed(String outputId, PersonId requester) {
        return jdbc.sql(
                        "select * from sealed_output where output_id = ? and requester_id = ? and file_erased_at is null")
                .params(outputId, requester.value())
                .query((row, number) -> new SealedOutput(
                        output(row, number),
                        Delivery.objectOf(new RenderId(row.getObject("render_id", UUID.class))),
                        row.getLong("file_bytes")))
                .optional();
    }

    void insert(OutputRecord record, Authorization authorization, long fileBytes) {
        jdbc.sql("""
                insert into sealed_output
                  (output_id, render_id, likeness_id, requester_id, release_use, file_bytes, file_sha256, manifest_sha256,
                   state, sealed_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .param(record.outputId())
                .param(record.render().value())
                .param(record.likeness().value())
                .param(authorization.requester().value())
                .param(authorization
                        .use()
                        .under()
                        .map(under -> under.use().value())
                        .orElse(null))
                .param(fileBytes)
                .param(record.fileSha256())
                .param(record.manifestSha256())
                .param(record.state().name())
                .param(record.sealedAt().atOffset(ZoneOffset.UTC))
                .update();
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

    /** @param releaseUse that it was made under; empty: by the person shown */
    record OutputOfLikeness(OutputRecord record, Optional<UUID> releaseUse) {}

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
