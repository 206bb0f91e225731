package studio.selfsame.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.jwt;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import studio.selfsame.Neighbours;
import studio.selfsame.QuietMonitor;
import studio.selfsame.StudioTest;
import studio.selfsame.consent.ConsentingPeople;
import studio.selfsame.consent.LikenessId;
import studio.selfsame.consent.PlayedReleases;
import studio.selfsame.enrolment.Faces;
import studio.selfsame.enrolment.VerifiedRecording;
import studio.selfsame.face.FaceTrack;
import studio.selfsame.identity.PersonId;
import studio.selfsame.likeness.Drive;
import studio.selfsame.media.FrameRate;
import studio.selfsame.performance.PerformanceRow.State;
import studio.selfsame.vault.ObjectStore;
import studio.selfsame.vault.Vault;

/** Recordings that cannot be used, and why: everything at once, and nothing of them is left. */
@StudioTest
@Import({Neighbours.class, PlayedReleases.class, Ears.class})
class HostileRecordingTest {
    private static final double LOUD = 0.5;

    @Autowired
    Neighbours.KnownPerson people;

    @Autowired
    Neighbours.TrainedLikenesses likenesses;

    @Autowired
    Neighbours.SetTracker tracker;

    @Autowired
    ConsentingPeople.Desk consent;

    @Autowired
    RecordedPreparing preparing;

    @Autowired
    PerformanceTable table;

    @Autowired
    Performances performances;

    @Autowired
    Vault vault;

    @Autowired
    ObjectStore objects;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvc http;

    private LikenessId likeness;

    @BeforeEach
    void trainedLikeness() {
        PersonId author = people.signInVerified();
        likeness = consent.granted(author);
        likenesses.add(likeness, author, vault.createKey());
    }

    @Test
    void take_oneFrameASecondOfNobodyInSilence_isRefusedForAllOfIt() throws Exception {
        tracker.see(Faces.oneShot(2));
        assertRefused(
                take(ShortClips.mp4(ShortClips.even(2, 1), 2, 0.0001)),
                "too-short",
                "too-few-pictures",
                "no-face",
                "silent");
    }

    @Test
    void take_ofTwoPeople_isRefused() throws Exception {
        FaceTrack.Shot all = Faces.shot(0, 0, 99);
        tracker.see(Faces.oneShot(100, Faces.track(all, Faces.SELF), Faces.track(all, Faces.SELF)));
        assertRefused(take(ShortClips.mp4(ShortClips.even(100, 25), 4, LOUD)), "two-people");
    }

    @Test
    void take_thatIsNoVideo_isSaidOnce() throws Exception {
        assertRefused(take(new byte[5_000]), "unreadable");
    }

    @Test
    void take_whosePictureEndsBeforeItsSound_isRefused() throws Exception {
        self(100);
        assertRefused(take(ShortClips.mp4(ShortClips.even(100, 25), 6, LOUD)), "sound-longer-than-video");
        self(25);
        assertRefused(take(ShortClips.mp4(ShortClips.even(25, 25), 6, LOUD)), "too-short");
    }

    @Test
    void take_ofUnevenTimes_isFollowedForAsLongAsItLasts() throws Exception {
        long[] timesUs = ShortClips.uneven(120);
        self(timesUs.length);
        PerformanceRow row = take(ShortClips.mp4(timesUs, 4, LOUD));
        assertThat(row.state()).isEqualTo(State.READY);
        Performance performance = performances.load(row.id()).orElseThrow();
        VerifiedRecording recording = ((Drive.Take) performance.drive()).recording();
        assertThat(recording.frameRate()).isEqualTo(new FrameRate(30, 1));
        assertThat(recording.durationUs()).isCloseTo(4_000_000, offset(33_334L));
        assertThat(performance.sound().durationUs()).isCloseTo(4_000_000, offset(33_334L));
    }

    private void self(int frames) {
        tracker.see(Faces.oneShot(frames, Faces.track(Faces.shot(0, 0, frames - 1), Faces.SELF)));
    }

    private void assertRefused(PerformanceRow row, String... codes) throws Exception {
        assertThat(row.reasons()).extracting(Reason::code).containsExactly(codes);
        assertThat(row.state()).isEqualTo(State.REFUSED);
        assertThat(objects.isEmpty(row.folder())).isTrue();
        assertThat(jdbc.sql("select count(*) from verified_recording where id = ?")
                        .param(row.id().value())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private PerformanceRow take(byte[] video) throws Exception {
        String asked = "{\"likenessId\":\"%s\",\"kind\":\"take\",\"language\":\"en-US\"}".formatted(likeness.value());
        String id = http.perform(post("/api/performances/recorded")
                        .with(jwt())
                        .contentType(Uploads.CONTENT_TYPE)
                        .content(Uploads.performance(asked).part("take", video).bytes()))
                .andExpect(status().isAccepted())
                .andReturn()
                .getResponse()
                .getContentAsString()
                .replaceAll(".*\"id\":\"([^\"]+)\".*", "$1");
        preparing.handle(QuietMonitor.order(RecordedPreparing.KIND, UUID.fromString(id)), new QuietMonitor());
        return table.find(new PerformanceId(UUID.fromString(id))).orElseThrow();
    }
}
