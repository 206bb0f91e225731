package studio.selfsame.inspection.takedown;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import studio.selfsame.consent.LikenessId;
import studio.selfsame.sealing.OutputTakedowns.Standing;

/** What cases are about, in the database. */
@Repository
class MatchRows {
    private final JdbcClient jdbc;

    MatchRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What was told surely before, or in another way, stays as it was told.
     *
     * @return whether it says something new
     */
    boolean add(UUID about, Match match) {
        return jdbc.sql("""
                        insert into takedown_match (case_id, output_id, found_by, sure) values (?, ?, ?, ?)
                        on conflict (case_id, output_id) do update set found_by = excluded.found_by, sure = true
                        where excluded.sure and not takedown_match.sure
                        """)
                        .params(about, match.outputId(), match.foundBy().name(), match.sure())
                        .update()
                > 0;
    }

    /** By id. */
    List<Match> of(UUID about) {
        return jdbc.sql("select * from takedown_match where case_id = ? order by output_id")
                .param(about)
                .query((row, number) -> new Match(
                        row.getString("output_id"),
                        FoundBy.valueOf(row.getString("found_by")),
                        row.getBoolean("sure"),
                        row.getBoolean("down")))
                .list();
    }

    /** These are not to be shown as far as this case goes, and no others. */
    void putDown(UUID about, Collection<String> outputs) {
        jdbc.sql("update takedown_match set down = (output_id = any(:outputs)) where case_id = :id")
                .param("outputs", outputs.toArray(String[]::new))
                .param("id", about)
                .update();
    }

    /** As all cases together want it. */
    Standing standing(String outputId) {
        Optional<Boolean> down =
                jdbc.sql("""
                        select bool_or(state = 'GRANTED') from takedown_match join takedown_case on id = case_id
                        where output_id = ? and down group by output_id
                        """).param(outputId).query(Boolean.class).optional();
        return down.map(granted -> granted ? Standing.TAKEN_DOWN : Standing.HELD)
                .orElse(Standing.SHOWN);
    }

    /** Likenesses that this case wants nothing to be made of. */
    List<LikenessId> likenesses(UUID about) {
        return jdbc.sql("select likeness_id from takedown_likeness where case_id = ? order by likeness_id")
                .param(about)
                .query((row, number) -> new LikenessId(row.getObject("likeness_id", UUID.class)))
                .list();
    }

    void setLikenesses(UUID about, Collection<LikenessId> likenesses) {
        jdbc.sql("delete from takedown_likeness where case_id = ?").param(about).update();
        for (LikenessId likeness : likenesses) {
            jdbc.sql("insert into takedown_likeness (case_id, likeness_id) values (?, ?)")
                    .params(about, likeness.value())
                    .update();
        }
    }

    /** Any case wants nothing to be made of it. */
    boolean isDown(LikenessId likeness) {
        return jdbc.sql("select exists (select 1 from takedown_likeness where likeness_id = ?)")
                .param(likeness.value())
                .query(Boolean.class)
                .single();
    }
}
