package studio.selfsame.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.jwt;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.test.web.servlet.MockMvc;
import studio.selfsame.Neighbours;
import studio.selfsame.QuietMonitor;
import studio.selfsame.StudioTest;
import studio.selfsame.TestStudio;
import studio.selfsame.consent.ConsentingPeople;
import studio.selfsame.enrolment.EnrolmentRow.State;
import studio.selfsame.face.FaceTrack;
import studio.selfsame.face.FaceTracking;
import studio.selfsame.identity.PersonId;
import studio.selfsame.problem.Problem;
import studio.selfsame.problem.ProblemException;
import studio.selfsame.vault.ObjectStore;
import studio.selfsame.vault.Vault;
import studio.selfsame.work.WorkCancelledException;
import studio.selfsame.work.WorkQueue;
import studio.selfsame.work.WorkStatus;

@StudioTest
@Import(Neighbours.class)
class EnrolmentTest {
    private static final FaceTrack.Shot ALL = Faces.shot(0, 0, 249);
    private static final byte[] VIDEO = TenSeconds.video();

    @Autowired
    Neighbours.KnownPerson people;

    @Autowired
    Neighbours.SetTracker tracker;

    @Autowired
    Neighbours.SetScreen screen;

    @Autowired
    Neighbours.Heard heard;

    @Autowired
    ConsentingPeople.Desk consent;

    @Autowired
    FootageIntake intake;

    @Autowired
    FootageAnalysis analysis;

    @Autowired
    EnrolmentTable table;

    @Autowired
    Enrolments enrolments;

    @Autowired
    Vault vault;

    @Autowired
    ObjectStore objects;

    @Autowired
    WorkQueue work;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvc http;

    private PersonId person;

    @BeforeEach
    void signIn() {
        person = people.signInVerified();
    }

    @Test
    void post_footage_isStreamedSealedAndQueued() throws Exception {
        String id = http.perform(post("/api/enrolments")
                        .with(jwt())
                        .contentType("multipart/form-data; boundary=AaB03x")
                        .content(multipart("footage", VIDEO)))
                .andExpect(status().isAccepted())
                .andExpect(jsonPath("$.state").value("analysing"))
                .andExpect(jsonPath("$.likenessId").isNotEmpty())
                .andReturn()
                .getResponse()
                .getContentAsString()
                .replaceAll(".*\"id\":\"([^\"]+)\".*", "$1");
        EnrolmentRow row = table.find(new EnrolmentId(UUID.fromString(id))).orElseThrow();
        assertThat(vault.read(row.dataKey(), row.footage())).isEqualTo(VIDEO);
        assertThat(work.of(row.id().value())).extracting(WorkStatus::kind).containsExactly("enrolment.analyse");
        assertThat(heard.of(FootageReceived.class, row.id().value())).hasSize(1);
        assertThat(row.footageSha256()).isEqualTo(sha256(VIDEO));
        assertThat(filesHoldingTheVideo()).isEmpty();
        http.perform(get("/api/enrolments/" + id).with(jwt()))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.state").value("analysing"));
        http.perform(get("/api/enrolments").with(jwt()))
                .andExpect(jsonPath("$.length()").value(1));
        people.signInVerified();
        http.perform(get("/api/enrolments/" + id).with(jwt())).andExpect(status().isNotFound());
    }

    @Test
    void post_withoutVerification_isRefusedBeforeReadingOnRecordAndKeepsNothing() throws Exception {
        PersonId unverified = people.signInUnverified();
        http.perform(post("/api/enrolments")
                        .with(jwt())
                        .contentType("multipart/form-data; boundary=AaB03x")
                        .content(multipart("footage", VIDEO)))
                .andExpect(status().isForbidden())
                .andExpect(jsonPath("$.reasons.length()").value(1))
                .andExpect(jsonPath("$.reasons[0].policyId").value("verification-missing"));
        assertThat(decisions(unverified)).containsExactly("ENROL_FOOTAGE deny {verification-missing}");
        assertThat(table.of(unverified)).isEmpty();
        assertThat(jdbc.sql("select count(*) from consent_likeness where owner = ?")
                        .param(unverified.value())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void receive_permitted_isOnRecord() throws Exception {
        received(VIDEO);
        assertThat(decisions(person)).containsExactly("ENROL_FOOTAGE permit {own-likeness}");
    }

    private List<String> decisions(PersonId of) {
        return jdbc.sql(
                        "select action || ' ' || outcome || ' ' || policy_ids::text from consent_decision where person = ?")
                .param(of.value())
                .query(String.class)
                .list();
    }

    @Test
    void post_otherPart_saysWhichIsMissing() throws Exception {
        http.perform(post("/api/enrolments")
                        .with(jwt())
                        .contentType("multipart/form-data; boundary=AaB03x")
                        .content(multipart("video", VIDEO)))
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.cause").value("The request has no part called `footage`."));
    }

    @Test
    void receive_brokenUpload_leavesNothing() {
        InputStream broken = new InputStream() {
            private int left = 100_000;

            @Override
            public int read() throws IOException {
                if (left-- <= 0) {
                    throw new IOException("connection reset");
                }
                return 7;
            }
        };
        ProblemException problem =
                catchThrowableOfType(ProblemException.class, () -> intake.receive(people.current(), () -> broken));
        assertThat(problem.problem().cause()).startsWith("The upload broke off after ");
        assertThat(table.of(person)).isEmpty();
        assertThat(table.inState(State.RECEIVING)).isEmpty();
    }

    @Test
    void admit_tooLargeUpload_isRefusedByItsAnnouncedLength() {
        ProblemException problem = catchThrowableOfType(ProblemException.class, () -> intake.admit((2L << 30) + 1));
        assertThat(problem.problem().cause()).isEqualTo("The file is larger than 2,147 MB.");
    }

    @Test
    void analyse_ownFootage_isAcceptedAndItsTrackSealed() throws Exception {
        tracker.see(Faces.oneShot(250, Faces.track(ALL, Faces.SELF)));
        EnrolmentRow row = analysed();
        assertThat(row.state()).isEqualTo(State.ACCEPTED);
        assertThat(row.report().usableFrames()).isEqualTo(250);
        assertThat(row.report().heightPx()).isEqualTo(240);
        VerifiedEnrolment verified = enrolments.verified(row.id()).orElseThrow();
        assertThat(verified.person()).isEqualTo(person);
        assertThat(vault.read(verified.dataKey(), verified.tracking()))
                .isEqualTo(new byte[] {0, 0, 0, 1, 0, 0, 0, (byte) 250});
        assertThat(heard.of(EnrolmentAccepted.class, row.id().value())).hasSize(1);
        http.perform(get("/api/enrolments/" + row.id().value()).with(jwt()))
                .andExpect(jsonPath("$.report.shots[0].matched").value(true))
                .andExpect(jsonPath("$.report.usableFrames").value(250))
                .andExpect(jsonPath("$.report.coverage.poses.cells[7].seconds").value(10));
        assertThat(verified.coverage()).contains(row.report().coverage());
    }

    @Test
    void report_ofBeforeCoverage_isReadAsItWas() throws Exception {
        tracker.see(Faces.oneShot(250, Faces.track(ALL, Faces.SELF)));
        EnrolmentRow row = analysed();
        jdbc.sql("update enrolment set report = report - 'spans' - 'coverage' where id = ?")
                .param(row.id().value())
                .update();
        EnrolmentReport old = table.find(row.id()).orElseThrow().report();
        assertThat(old.spans()).isEmpty();
        assertThat(old.coverage()).isNull();
        assertThat(enrolments.verified(row.id()).orElseThrow().coverage()).isEmpty();
    }

    @Test
    void analyse_twice_changesNothing() throws Exception {
        tracker.see(Faces.oneShot(250, Faces.track(ALL, Faces.SELF)));
        EnrolmentRow row = analysed();
        tracker.see(Faces.oneShot(250, Faces.track(ALL, Faces.STRANGER)));
        analyse(row);
        assertThat(table.find(row.id()).orElseThrow().state()).isEqualTo(State.ACCEPTED);
        assertThat(enrolments.verified(row.id())).isPresent();
    }

    @Test
    void analyse_strangersFootage_isRefusedAndErasedButItsReportKept() throws Exception {
        tracker.see(Faces.oneShot(250, Faces.track(ALL, Faces.STRANGER)));
        EnrolmentRow row = analysed();
        assertThat(row.state()).isEqualTo(State.REFUSED);
        assertThat(row.problem().cause()).contains("does not match your verified portrait from 0:00 to 0:10");
        assertThat(row.report().shots()).hasSize(1);
        assertThat(vault.isDestroyed(row.dataKey())).isTrue();
        assertThat(objects.exists(row.footage())).isFalse();
        assertThat(heard.of(EnrolmentRefused.class, row.id().value()))
                .extracting(EnrolmentRefused::codes)
                .containsExactly(List.of("another-person"));
        assertThat(enrolments.verified(row.id())).isEmpty();
        http.perform(get("/api/enrolments/" + row.id().value()).with(jwt()))
                .andExpect(jsonPath("$.state").value("refused"))
                .andExpect(jsonPath("$.report.findings[0].severity").value("refused"));
    }

    @Test
    void analyse_footageMadeByAi_isRefusedUnseenAndErased() throws Exception {
        tracker.see(Faces.oneShot(250, Faces.track(ALL, Faces.SELF)));
        screen.object(new FootageScreen.Objection("made-here", "It was made here.", "Bring another."));
        EnrolmentRow row = analysed();
        screen.object();
        assertThat(row.state()).isEqualTo(State.REFUSED);
        assertThat(row.problem())
                .isEqualTo(new Problem(
                        "enrolment",
                        "It was made here.",
                        "The footage was not accepted and nothing of it was kept.",
                        "Bring another."));
        assertThat(row.report().frames()).isZero();
        assertThat(row.report().findings())
                .extracting(EnrolmentReport.Finding::text)
                .containsExactly("It was made here. Bring another.");
        assertThat(heard.of(EnrolmentRefused.class, row.id().value()))
                .extracting(EnrolmentRefused::codes)
                .containsExactly(List.of("made-here"));
        assertThat(vault.isDestroyed(row.dataKey())).isTrue();
    }

    @Test
    void analyse_footageOfNobodyOrOfTwo_isRefusedAndNothingIsLeft() throws Exception {
        for (FaceTracking seen : List.of(
                Faces.oneShot(250), Faces.oneShot(250, Faces.track(ALL, Faces.SELF), Faces.track(ALL, Faces.SELF)))) {
            tracker.see(seen);
            EnrolmentRow row = analysed();
            assertThat(row.state()).isEqualTo(State.REFUSED);
            assertThat(row.problem().cause())
                    .contains(seen.tracks().isEmpty() ? "No face can be seen" : "More than one face");
            assertThat(vault.isDestroyed(row.dataKey())).isTrue();
            assertThat(objects.exists(row.footage())).isFalse();
            assertThat(objects.exists(row.tracking())).isFalse();
        }
    }

    @Test
    void analyse_corruptVideo_isRefusedInTheMediaRoomsWords() throws Exception {
        EnrolmentRow row = received("this is no video at all".getBytes(StandardCharsets.UTF_8));
        analyse(row);
        EnrolmentRow refused = table.find(row.id()).orElseThrow();
        assertThat(refused.state()).isEqualTo(State.REFUSED);
        assertThat(refused.problem().stage()).isEqualTo("media");
        assertThat(vault.isDestroyed(row.dataKey())).isTrue();
    }

    @Test
    void analyse_cancelled_stopsBetweenFrames() throws Exception {
        tracker.see(Faces.oneShot(250, Faces.track(ALL, Faces.SELF)));
        EnrolmentRow row = received(VIDEO);
        assertThatThrownBy(() -> analysis.handle(
                        QuietMonitor.order(FootageAnalysis.KIND, row.id().value()), new QuietMonitor().cancel()))
                .isInstanceOf(WorkCancelledException.class);
        assertThat(table.find(row.id()).orElseThrow().state()).isEqualTo(State.ANALYSING);
    }

    @Test
    void withdrawal_destroysTheKeyMarksTheRowAndDeletesTheObjects() throws Exception {
        tracker.see(Faces.oneShot(250, Faces.track(ALL, Faces.SELF)));
        EnrolmentRow row = analysed();
        consent.withdraw(person, row.likeness());
        assertThat(vault.isDestroyed(row.dataKey())).isTrue();
        assertThat(table.find(row.id()).orElseThrow().state()).isEqualTo(State.WITHDRAWN);
        assertThat(table.find(row.id()).orElseThrow().report().coverage()).isNull();
        assertThat(enrolments.verified(row.id())).isEmpty();
        assertThat(objects.exists(row.footage())).isFalse();
    }

    @Test
    void withdrawal_beforeAnalysis_cancelsItsWork() throws Exception {
        EnrolmentRow row = received(VIDEO);
        consent.withdraw(person, row.likeness());
        assertThat(work.of(row.id().value())).extracting(WorkStatus::state).containsExactly(WorkStatus.State.CANCELLED);
        analyse(row);
        assertThat(table.find(row.id()).orElseThrow().state()).isEqualTo(State.WITHDRAWN);
    }

    @Test
    void open_partBehindOthers_isFound() throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setContentType("multipart/form-data; boundary=\"x y\"");
        request.setContent(("--x y\r\nContent-Disposition: form-data; name=\"note\"\r\n\r\nfootage\r\n--x y\r\n"
                        + "Content-Disposition: form-data; name=\"footage\"; filename=\"a.mp4\"\r\n\r\nbytes\r\n--x y--")
                .getBytes(StandardCharsets.ISO_8859_1));
        assertThat(MultipartFootage.open(request).readAllBytes()).asString().isEqualTo("bytes");
    }

    private EnrolmentRow analysed() throws Exception {
        EnrolmentRow row = received(VIDEO);
        analyse(row);
        return table.find(row.id()).orElseThrow();
    }

    private EnrolmentRow received(byte[] footage) throws IOException {
        return intake.receive(people.current(), () -> new ByteArrayInputStream(footage));
    }

    private void analyse(EnrolmentRow row) throws Exception {
        analysis.handle(QuietMonitor.order(FootageAnalysis.KIND, row.id().value()), new QuietMonitor());
    }

    private static byte[] multipart(String name, byte[] content) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.write(("--AaB03x\r\nContent-Disposition: form-data; name=\"" + name
                        + "\"; filename=\"me.mp4\"\r\nContent-Type: video/mp4\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        body.write(content);
        body.write("\r\n--AaB03x--\r\n".getBytes(StandardCharsets.US_ASCII));
        return body.toByteArray();
    }

    /** By a piece from its middle: other tests deliver videos of their own in the same home. */
    private static List<Path> filesHoldingTheVideo() throws IOException {
        int middle = VIDEO.length / 2;
        String piece = new String(VIDEO, middle, 64, StandardCharsets.ISO_8859_1);
        try (var files = Files.walk(TestStudio.home())) {
            return files.filter(file ->
                            Files.isRegularFile(file) && !file.toString().contains("postgres"))
                    .filter(file -> contains(file, piece))
                    .toList();
        }
    }

    private static boolean contains(Path file, String piece) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(piece);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sha256(byte[] content) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    }
}
