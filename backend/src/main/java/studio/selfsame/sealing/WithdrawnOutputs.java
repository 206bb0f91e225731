package studio.selfsame.sealing;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import studio.selfsame.consent.Holding;
import studio.selfsame.consent.LikenessId;
import studio.selfsame.rendering.RenderId;

/** Outputs that were marked as withdrawn or taken down, and whether their files are still in the store. */
@Repository
class WithdrawnOutputs {
    private static final String DUE =
            " from sealed_output where file_erased_at is null and least(withdrawn_at, taken_down_at) <= ?";

    private final JdbcClient jdbc;

    WithdrawnOutputs(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Holding> of(LikenessId likeness) {
        return jdbc.sql("""
                        select output_id, withdrawn_at, file_erased_at from sealed_output
                        where likeness_id = ? and withdrawn_at is not null order by output_id
                        """)
                .param(likeness.value())
                .<Holding>query((row, number) -> new Holding.Output(
                        row.getString("output_id"),
                        row.getObject("withdrawn_at", OffsetDateTime.class).toInstant(),
                        row.getObject("file_erased_at") != null))
                .list();
    }

    int count(Instant upTo) {
        return jdbc.sql("select count(*)" + DUE)
                .param(upTo.atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .single();
    }

    /** A hundred at most. */
    List<RenderId> rendersOf(Instant upTo) {
        return jdbc.sql("select render_id" + DUE + " order by least(withdrawn_at, taken_down_at) limit 100")
                .param(upTo.atOffset(ZoneOffset.UTC))
                .query((row, number) -> new RenderId(row.getObject("render_id", UUID.class)))
                .list();
    }

    void erased(RenderId render) {
        jdbc.sql("update sealed_output set file_erased_at = now() where render_id = ?")
                .param(render.value())
                .update();
    }
}
