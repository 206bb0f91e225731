package studio.selfsame.enrolment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import studio.selfsame.consent.LikenessId;
import studio.selfsame.identity.PersonId;
import studio.selfsame.media.FrameRate;
import studio.selfsame.vault.DataKeyId;
import studio.selfsame.vault.ObjectKey;

/** The rows of {@code verified_recording}. */
@Repository
class RecordingTable {
    private final JdbcClient jdbc;

    RecordingTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** False when it is there already. */
    boolean insert(RecordingRow row) {
        BroughtRecording brought = row.brought();
        return jdbc.sql("""
                        insert into verified_recording
                            (id, person, likeness, data_key, purpose, video, video_sha256,
                             rate_numerator, rate_denominator, frames, verified_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (id) do nothing
                        """)
                        .params(
                                brought.id().value(),
                                row.person().value(),
                                brought.likeness().value(),
                                brought.dataKey().value(),
                                brought.purpose().text(),
                                brought.video().value(),
                                brought.sha256(),
                                row.frameRate().numerator(),
                                row.frameRate().denominator(),
                                row.frames(),
                                Timestamp.from(row.verifiedAt()))
                        .update()
                == 1;
    }

    Optional<RecordingRow> find(RecordingId id) {
        return jdbc.sql("select * from verified_recording where id = ?")
                .param(id.value())
                .query(RecordingTable::row)
                .optional();
    }

    List<RecordingRow> of(LikenessId likeness) {
        return jdbc.sql("select * from verified_recording where likeness = ? order by verified_at")
                .param(likeness.value())
                .query(RecordingTable::row)
                .list();
    }

    /** Marks all of the likeness; returns them. */
    List<RecordingRow> withdraw(LikenessId likeness) {
        return jdbc.sql("update verified_recording set withdrawn = true where likeness = ? returning *")
                .param(likeness.value())
                .query(RecordingTable::row)
                .list();
    }

    void delete(RecordingId id) {
        jdbc.sql("delete from verified_recording where id = ?")
                .param(id.value())
                .update();
    }

    private static RecordingRow row(ResultSet row, int number) throws SQLException {
        return new RecordingRow(
                new BroughtRecording(
                        new RecordingId(row.getObject("id", UUID.class)),
                        new LikenessId(row.getObject("likeness", UUID.class)),
                        new DataKeyId(row.getObject("data_key", UUID.class)),
                        new ObjectKey(row.getString("video")),
                        row.getString("video_sha256"),
                        RecordingPurpose.valueOf(row.getString("purpose").toUpperCase(Locale.ROOT))),
                new PersonId(row.getObject("person", UUID.class)),
                new FrameRate(row.getInt("rate_numerator"), row.getInt("rate_denominator")),
                row.getInt("frames"),
                row.getBoolean("withdrawn"),
                row.getTimestamp("verified_at").toInstant());
    }
}
