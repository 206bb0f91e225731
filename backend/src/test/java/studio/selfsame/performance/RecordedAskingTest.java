package studio.selfsame.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.jwt;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import studio.selfsame.enrolment.Faces;

/** What is asked with recordings that cannot be, and what there is of one's own. */
class RecordedAskingTest extends SentRecordings {
    @Test
    void post_filesThatAreNotThoseWanted_leavesNothing() throws Exception {
        send(sound("own"))
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.cause").value("The request has no part called `sound`."));
        send(sound("own").part("video", new byte[3]))
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.remedy")
                        .value("Send as multipart/form-data, behind the part `performance`: `sound`."));
        send(new Uploads().part("sound", new byte[3])).andExpect(status().is(422));
        send(sound("own").part("sound", new byte[0]))
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.cause").value("The file is empty."));
        assertThat(jdbc.sql("select count(*) from performance where likeness = ?")
                        .param(likeness.value())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void post_underAReleaseOrOfSomebodyElse_isRefusedBeforeAFileIsRead() throws Exception {
        send(asked("take", ",\"releaseUseId\":\"" + UUID.randomUUID() + "\""))
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.cause")
                        .value("A talent release binds the words of a script, so no recording can be used under one."));
        people.signInVerified();
        send(sound("own"))
                .andExpect(status().isForbidden())
                .andExpect(jsonPath("$.reasons[0].policyId").value("own-likeness"));
    }

    @Test
    void list_ofOnesOwn_tellsEveryRecordingAndWhatSpeaksAgainstIt() throws Exception {
        see(Faces.SELF);
        PerformanceRow take = prepared(asked("take", "").part("take", Uploads.footage("ada_4s.mp4")));
        prepared(sound("own").part("sound", Uploads.wav(2, 16_000, 1, 0.0001)));
        http.perform(get("/api/performances/recorded").with(jwt()))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.length()").value(2))
                .andExpect(jsonPath("$[0].state").value("refused"))
                .andExpect(jsonPath("$[0].reasons.length()").value(2))
                .andExpect(jsonPath("$[1].id").value(take.id().value().toString()))
                .andExpect(jsonPath("$[1].kind").value("take"))
                .andExpect(jsonPath("$[1].durationSeconds").value(4.0));
        people.signInVerified();
        http.perform(get("/api/performances/recorded").with(jwt()))
                .andExpect(jsonPath("$.length()").value(0));
    }
}
