package studio.selfsame.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.jwt;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import studio.selfsame.QuietMonitor;
import studio.selfsame.enrolment.Faces;
import studio.selfsame.performance.PerformanceRow.State;
import studio.selfsame.retention.Retained;
import studio.selfsame.retention.RetentionClock;

/** Recordings end with the consent, with their deletion and when their time is over, and nothing of them is left. */
class RecordedEndTest extends SentRecordings {
    private static final Instant LONG_AGO = Instant.parse("2001-06-15T12:00:00Z");

    @Autowired
    ObjectProvider<Retained> clocks;

    @Test
    void withdrawal_endsRecordingsAndEverythingOfThem() throws Exception {
        see(Faces.SELF);
        PerformanceRow row = prepared(asked("take", "").part("take", Uploads.footage("ada_4s.mp4")));
        assertThat(objects.exists(row.file("take-tracking"))).isTrue();
        consent.withdraw(author, likeness);
        assertThat(objects.isEmpty(row.folder())).isTrue();
        assertThat(performances.load(row.id())).isEmpty();
        assertThat(recordings.takesOf(likeness)).isEmpty();
        assertThat(performances.material(row.id())).isEmpty();
        assertThat(jdbc.sql("select withdrawn from verified_recording where id = ?")
                        .param(row.id().value())
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void withdrawal_beforeTheRecordingIsLookedAt_leavesItUnseen() throws Exception {
        see(Faces.SELF);
        PerformanceRow row = sent(asked("take", "").part("take", Uploads.footage("ada_4s.mp4")));
        consent.withdraw(author, likeness);
        preparing.handle(QuietMonitor.order(RecordedPreparing.KIND, row.id().value()), new QuietMonitor());
        assertThat(table.find(row.id()).orElseThrow().state()).isEqualTo(State.WITHDRAWN);
        assertThat(recordings(row)).isZero();
    }

    @Test
    void deletion_ofATake_leavesNothingOfIt() throws Exception {
        see(Faces.SELF);
        PerformanceRow row = prepared(asked("take", "").part("take", Uploads.footage("ada_4s.mp4")));
        delete(row).andExpect(status().isNoContent());
        assertThat(objects.isEmpty(row.folder())).isTrue();
        assertThat(recordings(row)).isZero();
        assertThat(recordings.takesOf(likeness)).isEmpty();
        assertThat(performances.material(row.id())).isEmpty();
        http.perform(get("/api/performances/recorded").with(jwt()))
                .andExpect(jsonPath("$.length()").value(0));
        http.perform(get("/api/performances/" + row.id().value()).with(jwt())).andExpect(status().isNotFound());
        delete(row).andExpect(status().isNotFound());
        assertThat(heard.of(RecordingDeleted.class, row.id().value()))
                .singleElement()
                .satisfies(deleted -> assertThat(deleted.facts()).containsEntry("performance", "take"));

        objects.put(row.file("late"), out -> out.write(1));
        jdbc.sql("update performance set ended_at = ? where id = ?")
                .params(Timestamp.from(LONG_AGO), row.id().value())
                .update();
        sweep(RetentionClock.REFUSED_FOOTAGE);
        assertThat(objects.isEmpty(row.folder())).isTrue();
        assertThat(table.find(row.id())).isEmpty();
    }

    @Test
    void deletion_ofSomebodyElsesOrWhileAVideoIsMadeFromIt_isRefused() throws Exception {
        see(Faces.SELF);
        PerformanceRow row = prepared(asked("take", "").part("take", Uploads.footage("ada_4s.mp4")));
        jdbc.sql("""
                        insert into render (id, requester, performance_id, likeness_id, authorization_id, permitted_by,
                            idempotency_key, state)
                        values (?, ?, ?, ?, ?, '{}', 'one', 'SEALING')
                        """)
                .params(UUID.randomUUID(), author.value(), row.id().value(), likeness.value(), UUID.randomUUID())
                .update();
        delete(row)
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.cause").value("A video is being made from this recording."));
        assertThat(recordings.takesOf(likeness)).hasSize(1);
        people.signInVerified();
        delete(row).andExpect(status().isNotFound());
        assertThat(table.find(row.id()).orElseThrow().state()).isEqualTo(State.READY);
    }

    @Test
    void deletion_beforeTheRecordingIsLookedAt_leavesItUnseen() throws Exception {
        see(Faces.SELF);
        PerformanceRow row = sent(asked("take", "").part("take", Uploads.footage("ada_4s.mp4")));
        delete(row).andExpect(status().isNoContent());
        preparing.handle(QuietMonitor.order(RecordedPreparing.KIND, row.id().value()), new QuietMonitor());
        assertThat(table.find(row.id()).orElseThrow().state()).isEqualTo(State.DELETED);
        assertThat(recordings(row)).isZero();
    }

    @Test
    void clocks_ofUploadsThatNeverEndedAndOfRefusals_areObeyed() throws Exception {
        PerformanceRow refused = prepared(sound("own").part("sound", new byte[5_000]));
        PerformanceRow abandoned = sent(sound("own").part("sound", new byte[5_000]));
        objects.put(refused.file("late"), out -> out.write(1));
        jdbc.sql("update performance set ended_at = ? where id = ?")
                .params(Timestamp.from(LONG_AGO), refused.id().value())
                .update();
        jdbc.sql("update performance set state = 'receiving', begun_at = ? where id = ?")
                .params(Timestamp.from(LONG_AGO), abandoned.id().value())
                .update();
        sweep(RetentionClock.REFUSED_FOOTAGE);
        sweep(RetentionClock.ABANDONED_UPLOADS);
        assertThat(table.find(refused.id()).orElseThrow().reasons()).isEmpty();
        assertThat(objects.isEmpty(refused.folder())).isTrue();
        assertThat(table.find(abandoned.id())).isEmpty();
        assertThat(objects.isEmpty(abandoned.folder())).isTrue();
    }

    private ResultActions delete(PerformanceRow row) throws Exception {
        return http.perform(MockMvcRequestBuilders.delete(
                        "/api/performances/recorded/" + row.id().value())
                .with(jwt()));
    }

    private void sweep(RetentionClock clock) throws Exception {
        for (Retained each : clocks.stream().filter(one -> one.clock() == clock).toList()) {
            each.sweep(LONG_AGO);
        }
    }
}
