package studio.selfsame.rendering;

import static org.assertj.core.api.Assertions.assertThat;
import static studio.selfsame.Eventually.eventually;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import studio.selfsame.StudioTest;
import studio.selfsame.TestStudio;
import studio.selfsame.consent.ConsentingPeople;
import studio.selfsame.consent.HandedAuthorizations;
import studio.selfsame.consent.LikenessId;
import studio.selfsame.consent.ReleaseUseId;
import studio.selfsame.consent.Under;
import studio.selfsame.consent.Use;
import studio.selfsame.identity.PersonId;
import studio.selfsame.media.FrameRate;
import studio.selfsame.performance.PerformanceId;
import studio.selfsame.rendering.RenderJob.State;
import studio.selfsame.vault.ObjectKey;
import studio.selfsame.work.WorkQueue;
import studio.selfsame.work.WorkStatus;

/**
 * A worker that is a process of its own (nobody in this one executes work) trusts nobody who hands it work: what is in the database is checked again there, by
 * the signature, the clock, and consent as it stands.
 */
@StudioTest
@Import(ConsentingPeople.Desk.class)
class WorkerRefusesTest {
    private static final Duration SOON = Duration.ofSeconds(90);
    private static final Path STUDIOS_KEY = TestStudio.home().resolve("keys/authorization.key");

    private static WorkerProcess worker;

    @TempDir
    static Path elsewhere;

    @Autowired
    ConsentingPeople.Desk consent;

    @Autowired
    RenderRows rows;

    @Autowired
    WorkQueue queue;

    @Autowired
    JdbcClient jdbc;

    private final RenderId render = new RenderId(UUID.randomUUID());
    private HandedAuthorizations handed;
    private PersonId person;
    private LikenessId likeness;
    private Use use;

    @BeforeAll
    static void startWorker() {
        worker = WorkerProcess.start();
    }

    @AfterAll
    static void stopWorker() {
        worker.close();
    }

    @BeforeEach
    void consentingPerson() {
        handed = new HandedAuthorizations(jdbc);
        person = verifiedPerson();
        likeness = consent.granted(person);
        use = new Use(likeness, Use.Purpose.RENDER_PERFORMANCE, render.value());
    }

    @Test
    void plan_genuineAuthorization_passesTheCheckAndEndsForWantOfALikeness() {
        ask(genuine(use), Optional.empty());
        queue.submit(QueueRenderEngine.PLAN, render.value(), 0, WorkQueue.Priority.INTERACTIVE);
        eventually(SOON, () -> assertThat(job().state()).isEqualTo(State.FAILED));
        assertThat(job().problem().cause()).contains("performance cannot be read");
        assertThat(denials()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "subject = gen_random_uuid()",
                "requester = gen_random_uuid()",
                "expires_at = expires_at + interval '1 second'",
                "issued_at = issued_at + interval '1 second'",
                "purpose = 'CREATE_LIKENESS'",
                "likeness_id = gen_random_uuid()",
            })
    void plan_rowAltered_isRefused(String change) {
        UUID authorization = genuine(use);
        handed.alter(authorization, change);
        ask(authorization, Optional.empty());
        planIsRefused("authorization-forged");
    }

    @Test
    void plan_releaseOrLengthAltered_isRefused() {
        Under under = Under.ofMicroseconds(new ReleaseUseId(UUID.randomUUID()), 5_000_000);
        UUID authorization = genuine(new Use(likeness, use.purpose(), use.subject(), Optional.of(under)));
        handed.alter(authorization, "length_us = length_us + 60000000");
        ask(authorization, Optional.of(Under.ofMicroseconds(under.use(), 65_000_000)));
        planIsRefused("authorization-forged");
    }

    @Test
    void plan_releaseWrittenIntoOnesOwnAuthorization_isRefused() {
        ReleaseUseId release = new ReleaseUseId(UUID.randomUUID());
        UUID authorization = genuine(use);
        handed.alter(authorization, "length_us = 5000000, release_use = '" + release.value() + "'");
        ask(authorization, Optional.of(Under.ofMicroseconds(release, 5_000_000)));
        planIsRefused("authorization-forged");
    }

    @Test
    void plan_signedWithAnotherKeyFile_isRefused() {
        ask(handed.signed(elsewhere.resolve("authorization.key"), use, person, Duration.ofHours(1)), Optional.empty());
        planIsRefused("authorization-forged");
    }

    @Test
    void plan_expired_isRefused() {
        ask(handed.signed(STUDIOS_KEY, use, person, Duration.ofSeconds(-1)), Optional.empty());
        planIsRefused("authorization-expired");
    }

    @Test
    void plan_withTheAuthorizationOfAnotherRender_isRefused() {
        ask(genuine(new Use(likeness, use.purpose(), UUID.randomUUID())), Optional.empty());
        planIsRefused("authorization-other-use");
    }

    @Test
    void plan_ofAStrangersLikeness_isRefused() {
        LikenessId others = consent.granted(verifiedPerson());
        likeness = others;
        use = new Use(others, use.purpose(), use.subject());
        ask(genuine(use), Optional.empty());
        planIsRefused("own-likeness");
    }

    @Test
    void plan_underAUseThatNobodyAskedFor_isRefused() {
        Under under = Under.ofMicroseconds(new ReleaseUseId(UUID.randomUUID()), 5_000_000);
        ask(genuine(new Use(likeness, use.purpose(), use.subject(), Optional.of(under))), Optional.of(under));
        planIsRefused("release-use-unknown");
    }

    @Test
    void segment_consentWithdrawnSinceTheOneBefore_isRefusedThoughNobodyToldTheWorker() {
        ask(genuine(use), Optional.empty());
        rows.plan(
                new RenderPlan(
                        render,
                        16,
                        16,
                        new FrameRate(25, 1),
                        100,
                        List.of(new RenderPlan.Segment(0, 0, 50), new RenderPlan.Segment(1, 50, 100)),
                        List.of()),
                new PreflightReport(50, 2, 16, 16, 25, 50, 2, 0, List.of()));
        rows.commitSegment(render, 0, new ObjectKey("drawn/" + likeness.value() + "/first"), false);
        jdbc.sql("update consent_likeness set withdrawn_at = now(), ended_by = 'owner' where id = ?")
                .param(likeness.value())
                .update();
        queue.submit(QueueRenderEngine.SEGMENT, render.value(), 1, WorkQueue.Priority.INTERACTIVE);
        isRefused("consent-withdrawn");
        assertThat(job().segmentsDone()).isEqualTo(1);
    }

    private void planIsRefused(String reason) {
        queue.submit(QueueRenderEngine.PLAN, render.value(), 0, WorkQueue.Priority.INTERACTIVE);
        isRefused(reason);
        assertThat(job().plan()).isNull();
    }

    private void isRefused(String reason) {
        eventually(SOON, () -> assertThat(job().state()).isEqualTo(State.REFUSED));
        assertThat(denials()).contains(reason);
        eventually(
                SOON,
                () -> assertThat(jdbc.sql("select entry from audit_entry where kind = 'UseRefused' and subject = ?")
                                .param(render.value().toString())
                                .query(String.class)
                                .list())
                        .singleElement()
                        .asString()
                        .contains(reason));
        assertThat(queue.of(render.value())).extracting(WorkStatus::state).doesNotContain(WorkStatus.State.DONE);
    }

    /** Signed with the studio's own key, for what nobody has decided on. */
    private UUID genuine(Use of) {
        return handed.signed(STUDIOS_KEY, of, person, Duration.ofHours(1));
    }

    private void ask(UUID authorization, Optional<Under> under) {
        rows.insert(
                new RenderJob(
                        render,
                        person,
                        new PerformanceId(UUID.randomUUID()),
                        likeness,
                        under,
                        authorization,
                        List.of(),
                        State.RENDERING,
                        null,
                        null,
                        0,
                        0,
                        null,
                        null,
                        Instant.now()),
                "key");
    }

    private RenderJob job() {
        return rows.find(render).orElseThrow();
    }

    private List<String> denials() {
        return jdbc.sql("select unnest(policy_ids) from consent_decision where subject = ? and outcome = 'deny'")
                .param(render.value())
                .query(String.class)
                .list();
    }

    private PersonId verifiedPerson() {
        UUID id = UUID.randomUUID();
        jdbc.sql("insert into person (id, subject, first_seen) values (?, ?, now())")
                .params(id, id.toString())
                .update();
        jdbc.sql("""
                insert into identity_verification
                    (id, person, state, data_key, media_type, portrait_sha256, submitted_at, referee, decided_at)
                values (gen_random_uuid(), ?, 'approved', gen_random_uuid(), 'image/jpeg', '', now(), ?, now())
                """).params(id, id).update();
        return new PersonId(id);
    }
}
