package studio.selfsame.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.jwt;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import studio.selfsame.Neighbours;
import studio.selfsame.QuietMonitor;
import studio.selfsame.StudioTest;
import studio.selfsame.consent.ConsentingPeople;
import studio.selfsame.consent.LikenessId;
import studio.selfsame.consent.PlayedReleases;
import studio.selfsame.enrolment.Faces;
import studio.selfsame.enrolment.RecordingVerified;
import studio.selfsame.enrolment.Recordings;
import studio.selfsame.face.FaceEmbedding;
import studio.selfsame.face.FaceTrack;
import studio.selfsame.identity.PersonId;
import studio.selfsame.likeness.Drive;
import studio.selfsame.performance.PerformanceRow.State;
import studio.selfsame.retention.Retained;
import studio.selfsame.retention.RetentionClock;
import studio.selfsame.vault.DataKeyId;
import studio.selfsame.vault.ObjectStore;
import studio.selfsame.vault.Vault;

/** Recordings become performances, or are refused with every reason and nothing of them is kept. */
@StudioTest
@Import({Neighbours.class, PlayedReleases.class, Ears.class})
class RecordedPerformanceTest {
    private static final FaceTrack.Shot FOUR_SECONDS = Faces.shot(0, 0, 99);
    private static final Instant LONG_AGO = Instant.parse("2001-06-15T12:00:00Z");

    @Autowired
    Neighbours.KnownPerson people;

    @Autowired
    Neighbours.TrainedLikenesses likenesses;

    @Autowired
    Neighbours.SetTracker tracker;

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
    ObjectProvider<Retained> clocks;

    @Autowired
    Vault vault;

    @Autowired
    ObjectStore objects;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvc http;

    private PersonId author;
    private LikenessId likeness;

    @BeforeEach
    void trainedLikeness() {
        author = people.signInVerified();
        likeness = consent.granted(author);
        DataKeyId key = vault.createKey();
        likenesses.add(likeness, author, key);
    }

    @Test
    void sound_ofAVideo_isListenedToAndKeptAsItWas() throws Exception {
        PerformanceRow row = prepared(sound("own").part("sound", Uploads.footage("ada_4s.mp4")));
        assertThat(row.state()).isEqualTo(State.READY);
        Performance performance = performances.load(row.id()).orElseThrow();
        assertThat(performance.kind()).isEqualTo(PerformanceKind.SOUND);
        assertThat(performance.synthesizer()).isEqualTo(Performance.RECORDED);
        assertThat(performance.sound().sampleRateHz()).isEqualTo(48_000);
        Drive.Speech drive = (Drive.Speech) performance.drive();
        assertThat(drive.ownVoice()).isTrue();
        assertThat(drive.timeline().phones())
                .singleElement()
                .satisfies(phone -> assertThat(phone.symbol()).isEqualTo("aa"));
        assertThat(heard.of(PerformancePrepared.class, row.id().value()))
                .singleElement()
                .satisfies(prepared -> assertThat(prepared.facts()).containsEntry("voice", "own"));
    }

    @Test
    void sound_inStereo_isHeardInStereoAndFollowedInMono() throws Exception {
        PerformanceRow row = prepared(sound("other").part("sound", Uploads.wav(4, 44_100, 2, 0.5)));
        Performance performance = performances.load(row.id()).orElseThrow();
        assertThat(performance.sound().channels()).isEqualTo(2);
        assertThat(performance.sound().sampleRateHz()).isEqualTo(44_100);
        Drive.Speech drive = (Drive.Speech) performance.drive();
        assertThat(drive.sound().channels()).isEqualTo(1);
        assertThat(drive.ownVoice()).isFalse();
        assertThat(drive.durationUs()).isEqualTo(4_000_000);
    }

    @Test
    void sound_silentAndTooShort_isRefusedForBothAndNotKept() throws Exception {
        PerformanceRow row = prepared(sound("own").part("sound", Uploads.wav(2, 16_000, 1, 0.0001)));
        assertRefused(row, "sound-too-short", "silent");
        http.perform(get("/api/performances/" + row.id().value()).with(jwt()))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.state").value("refused"))
                .andExpect(jsonPath("$.kind").value("sound"))
                .andExpect(jsonPath("$.reasons[1].code").value("silent"))
                .andExpect(jsonPath("$.problem.consequence")
                        .value("Nothing was prepared, and nothing of what you sent was kept."));
    }

    @Test
    void sound_thatIsNoneOrNoEnd_isRefused() throws Exception {
        assertRefused(prepared(sound("own").part("sound", Uploads.wav(301, 8_000, 1, 0))), "sound-too-long");
        assertRefused(prepared(sound("own").part("sound", Uploads.footage("ten-seconds.mp4"))), "no-sound");
        assertRefused(prepared(sound("own").part("sound", new byte[5_000])), "unreadable");
    }

    @Test
    void take_ofTheSamePerson_isFollowedAndHeard() throws Exception {
        see(Faces.SELF);
        PerformanceRow row = prepared(asked("take", "").part("take", Uploads.footage("ada_4s.mp4")));
        assertThat(row.state()).isEqualTo(State.READY);
        Performance performance = performances.load(row.id()).orElseThrow();
        Drive.Take drive = (Drive.Take) performance.drive();
        assertThat(drive.durationUs()).isEqualTo(4_000_000);
        assertThat(drive.recording().person()).isEqualTo(author);
        assertThat(performance.material().take()).contains(drive.recording());
        assertThat(performance.material().plates()).isEmpty();
        assertThat(performance.sound().durationUs()).isEqualTo(4_000_000);
        assertThat(heard.of(RecordingVerified.class, row.id().value())).hasSize(1);
        assertThat(recordings.takesOf(likeness))
                .singleElement()
                .satisfies(take -> assertThat(take.id()).isEqualTo(row.recording()))
                .satisfies(take -> assertThat(take.seconds()).isEqualTo(4));
    }

    @Test
    void take_ofAStrangerAndWithoutSound_isRefusedForBothWithTheFrame() throws Exception {
        tracker.see(Faces.oneShot(
                250,
                Faces.track(Faces.shot(0, 0, 99), Faces.SELF),
                Faces.track(Faces.shot(0, 100, 249), Faces.STRANGER)));
        PerformanceRow row = prepared(asked("take", "").part("take", Uploads.footage("ten-seconds.mp4")));
        assertRefused(row, "another-person", "no-sound");
        assertThat(row.reasons().getFirst().frame()).isEqualTo(100);
        assertThat(row.reasons().getFirst().text()).endsWith("It begins with frame 100.");
        assertThat(recordings(row)).isZero();
    }

    @Test
    void relip_scripted_isDrawnIntoTheVideoFrameForFrame() throws Exception {
        tracker.see(Faces.oneShot(
                250,
                Faces.track(Faces.shot(0, 0, 249), Faces.SELF),
                Faces.track(Faces.shot(0, 0, 249), Faces.STRANGER)));
        PerformanceRow row = prepared(
                asked("relip", ",\"script\":\"Nothing of this was ever said in front of a camera, not even once.\"")
                        .part("video", Uploads.footage("ten-seconds.mp4")));
        assertThat(row.problem()).isNull();
        Performance performance = performances.load(row.id()).orElseThrow();
        assertThat(performance.kind().isAltered()).isTrue();
        assertThat(performance.synthesizer()).isEqualTo("marytts-hsmm");
        assertThat(performance.durationUs()).as("plays on").isEqualTo(10_000_000);
        assertThat(performance.material().plates().orElseThrow().durationUs()).isEqualTo(10_000_000);
        Drive.Speech drive = (Drive.Speech) performance.drive();
        assertThat(drive.timeline().phones().getLast().symbol()).isEqualTo("pau");
        assertThat(performances.material(row.id()).orElseThrow().plates()).isPresent();
        assertThat(recordings.takesOf(likeness)).isEmpty();
    }

    @Test
    void relip_soundLongerThanTheVideoOfAnotherPerson_isRefusedNamingBothLengths() throws Exception {
        see(Faces.SELF);
        PerformanceRow longer = prepared(asked("relip", ",\"voice\":\"own\"")
                .part("video", Uploads.footage("ada_4s.mp4"))
                .part("sound", Uploads.wav(6, 16_000, 1, 0.5)));
        assertRefused(longer, "sound-longer-than-video");
        assertThat(longer.reasons().getFirst().text()).isEqualTo("The new words last 6.0 s, the video only 4.0 s.");
        assertThat(recordings(longer)).as("nothing half-written").isZero();
        see(Faces.STRANGER);
        assertRefused(
                prepared(asked("relip", ",\"voice\":\"own\"")
                        .part("video", Uploads.footage("ada_4s.mp4"))
                        .part("sound", Uploads.wav(2, 16_000, 1, 0.5))),
                "not-in-it",
                "sound-too-short");
    }

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

    private ResultActions delete(PerformanceRow row) throws Exception {
        return http.perform(MockMvcRequestBuilders.delete(
                        "/api/performances/recorded/" + row.id().value())
                .with(jwt()));
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

    private void sweep(RetentionClock clock) throws Exception {
        for (Retained each : clocks.stream().filter(one -> one.clock() == clock).toList()) {
            each.sweep(LONG_AGO);
        }
    }

    private void see(FaceEmbedding face) {
        tracker.see(Faces.oneShot(100, Faces.track(FOUR_SECONDS, face)));
    }

    private void assertRefused(PerformanceRow row, String... codes) throws Exception {
        assertThat(row.state()).isEqualTo(State.REFUSED);
        assertThat(row.reasons()).extracting(Reason::code).containsExactly(codes);
        assertThat(objects.isEmpty(row.folder())).isTrue();
        assertThat(heard.of(PerformanceRefused.class, row.id().value()))
                .singleElement()
                .satisfies(refused -> assertThat(refused.reasons()).isEqualTo(List.of(codes)));
    }

    private int recordings(PerformanceRow row) {
        return jdbc.sql("select count(*) from verified_recording where id = ?")
                .param(row.id().value())
                .query(Integer.class)
                .single();
    }

    private PerformanceRow prepared(Uploads upload) throws Exception {
        PerformanceRow row = sent(upload);
        preparing.handle(QuietMonitor.order(RecordedPreparing.KIND, row.id().value()), new QuietMonitor());
        return table.find(row.id()).orElseThrow();
    }

    private PerformanceRow sent(Uploads upload) throws Exception {
        String id = send(upload)
                .andExpect(status().isAccepted())
                .andReturn()
                .getResponse()
                .getContentAsString()
                .replaceAll(".*\"id\":\"([^\"]+)\".*", "$1");
        return table.find(new PerformanceId(UUID.fromString(id))).orElseThrow();
    }

    private ResultActions send(Uploads upload) throws Exception {
        return http.perform(post("/api/performances/recorded")
                .with(jwt())
                .contentType(Uploads.CONTENT_TYPE)
                .content(upload.bytes()));
    }

    private Uploads sound(String voice) {
        return asked("sound", ",\"voice\":\"" + voice + "\"");
    }

    private Uploads asked(String kind, String more) {
        return Uploads.performance("{\"likenessId\":\"%s\",\"kind\":\"%s\",\"language\":\"en-US\"%s}"
                .formatted(likeness.value(), kind, more));
    }
}
