package studio.selfsame.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.jwt;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import studio.selfsame.Neighbours;
import studio.selfsame.QuietMonitor;
import studio.selfsame.StudioTest;
import studio.selfsame.consent.ConsentingPeople;
import studio.selfsame.consent.LikenessId;
import studio.selfsame.consent.PlayedReleases;
import studio.selfsame.enrolment.Faces;
import studio.selfsame.enrolment.Recordings;
import studio.selfsame.face.FaceEmbedding;
import studio.selfsame.face.FaceTrack;
import studio.selfsame.identity.PersonId;
import studio.selfsame.performance.PerformanceRow.State;
import studio.selfsame.vault.ObjectStore;
import studio.selfsame.vault.Vault;

/** What tests that send recordings share: a person with a trained likeness, and what to send for them. */
@StudioTest
@Import({Neighbours.class, PlayedReleases.class, Ears.class})
abstract class SentRecordings {
    private static final FaceTrack.Shot FOUR_SECONDS = Faces.shot(0, 0, 99);

    @Autowired
    Neighbours.KnownPerson people;

    @Autowired
    Neighbours.TrainedLikenesses likenesses;

    @Autowired
    Neighbours.SetTracker tracker;

    @Autowired
    Neighbours.SetScreen screen;

    @Autowired
    Neighbours.Heard heard;

    @Autowired
    ConsentingPeople.Desk consent;

    @Autowired
    RecordedPreparing preparing;

    @Autowired
    PerformanceTable table;

    @Autowired
    Performances performances;

    @Autowired
    Recordings recordings;

    @Autowired
    Vault vault;

    @Autowired
    ObjectStore objects;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvc http;

    PersonId author;
    LikenessId likeness;

    @BeforeEach
    void trainedLikeness() {
        author = people.signInVerified();
        likeness = consent.granted(author);
        likenesses.add(likeness, author, vault.createKey());
    }

    PerformanceRow prepared(Uploads upload) throws Exception {
        PerformanceRow row = sent(upload);
        preparing.handle(QuietMonitor.order(RecordedPreparing.KIND, row.id().value()), new QuietMonitor());
        return table.find(row.id()).orElseThrow();
    }

    PerformanceRow sent(Uploads upload) throws Exception {
        String id = send(upload)
                .andExpect(status().isAccepted())
                .andReturn()
                .getResponse()
                .getContentAsString()
                .replaceAll(".*\"id\":\"([^\"]+)\".*", "$1");
        return table.find(new PerformanceId(UUID.fromString(id))).orElseThrow();
    }

    ResultActions send(Uploads upload) throws Exception {
        return http.perform(post("/api/performances/recorded")
                .with(jwt())
                .contentType(Uploads.CONTENT_TYPE)
                .content(upload.bytes()));
    }

    Uploads sound(String voice) {
        return asked("sound", ",\"voice\":\"" + voice + "\"");
    }

    Uploads asked(String kind, String more) {
        return Uploads.performance("{\"likenessId\":\"%s\",\"kind\":\"%s\",\"language\":\"en-US\"%s}"
                .formatted(likeness.value(), kind, more));
    }

    void see(FaceEmbedding face) {
        tracker.see(Faces.oneShot(100, Faces.track(FOUR_SECONDS, face)));
    }

    void assertRefused(PerformanceRow row, String... codes) throws Exception {
        assertThat(row.state()).isEqualTo(State.REFUSED);
        assertThat(row.reasons()).extracting(Reason::code).containsExactly(codes);
        assertThat(objects.isEmpty(row.folder())).isTrue();
        assertThat(recordings(row)).as("nothing half-written").isZero();
        assertThat(heard.of(PerformanceRefused.class, row.id().value()))
                .singleElement()
                .satisfies(refused -> assertThat(refused.reasons()).isEqualTo(List.of(codes)));
    }

    int recordings(PerformanceRow row) {
        return jdbc.sql("select count(*) from verified_recording where id = ?")
                .param(row.id().value())
                .query(Integer.class)
                .single();
    }
}
