package studio.selfsame.rendering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionTemplate;
import studio.selfsame.QuietMonitor;
import studio.selfsame.StudioTest;
import studio.selfsame.consent.AuthorizationDecision;
import studio.selfsame.consent.AuthorizationRefusedException;
import studio.selfsame.consent.ConsentingPeople;
import studio.selfsame.consent.LikenessId;
import studio.selfsame.consent.PlayedReleases;
import studio.selfsame.consent.ReleaseUseId;
import studio.selfsame.consent.Under;
import studio.selfsame.identity.Person;
import studio.selfsame.identity.PersonId;
import studio.selfsame.performance.PerformanceId;
import studio.selfsame.problem.Problem;
import studio.selfsame.rendering.RenderJob.State;
import studio.selfsame.work.WorkHandler;
import studio.selfsame.work.WorkId;
import studio.selfsame.work.WorkOrder;

/** A producer renders somebody else's likeness under a talent release, and every ending is counted. */
@StudioTest
@Import({Neighbours.class, ConsentingPeople.class, PlayedReleases.class})
class ReleasedRenderTest {
    private static final String RESERVED = "reserved PT5S";

    @Autowired
    RenderDesk desk;

    @Autowired
    RenderEnding ending;

    @Autowired
    Renders renders;

    @Autowired
    RenderRows rows;

    @Autowired
    SegmentRenderer segments;

    @Autowired
    List<WorkHandler> handlers;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Neighbours.PlayedPerformances performances;

    @Autowired
    ConsentingPeople.Desk consent;

    @Autowired
    PlayedReleases.Desk releases;

    private final Person talent = anybody();
    private final Person producer = anybody();
    private LikenessId likeness;
    private ReleaseUseId use;
    private PerformanceId performance;

    @BeforeEach
    void prepare() {
        likeness = consent.granted(talent.id());
        use = releases.released(likeness, talent.id(), producer.id(), "Good evening.");
        performance = performances.addUnder(use, producer.id(), likeness, 5);
    }

    @Test
    void ask_producer_reservesTheRealLengthOnce() {
        RenderJob job = desk.ask(producer, performance, "k");
        RenderJob again = desk.ask(producer, performance, "k");
        assertThat(again.id()).isEqualTo(job.id());
        assertThat(rows.find(job.id()).orElseThrow().under()).contains(new Under(use, Duration.ofSeconds(5)));
        assertThat(job.permittedBy()).containsExactly("release-holder");
        assertThat(releases.counted(job.id().value())).containsExactly(RESERVED);
    }

    @Test
    void ask_refused_reservesNothing() {
        releases.leave(producer.id());
        assertThat(refusals(() -> desk.ask(producer, performance, "k")))
                .containsExactly("release-holder", "release-user-role");
        assertThat(desk.own(producer)).isEmpty();
    }

    @Test
    void render_underARelease_isDrawnSegmentBySegment() throws Exception {
        RenderId id = planned();
        for (int part = 0; part < 3; part++) {
            handle(QueueRenderEngine.SEGMENT, id, part);
        }
        assertThat(rows.find(id).orElseThrow().state()).isEqualTo(State.SEALING);
        assertThat(renders.unsealed(id).orElseThrow().authorization().use().under())
                .contains(new Under(use, Duration.ofSeconds(5)));
        assertThat(releases.counted(id.value())).containsExactly(RESERVED);
    }

    @Test
    void segment_producerLeftTheOrganisation_isRefusedAndTheShareIsFree() throws Exception {
        RenderId id = planned();
        handle(QueueRenderEngine.SEGMENT, id, 0);
        releases.leave(producer.id());
        assertThat(refusals(() -> handle(QueueRenderEngine.SEGMENT, id, 1)))
                .containsExactly("release-holder", "release-user-role");
        assertThat(rows.find(id).orElseThrow().state()).isEqualTo(State.REFUSED);
        assertThat(rows.find(id).orElseThrow().segmentsDone()).isEqualTo(1);
        assertThat(releases.counted(id.value())).containsExactly(RESERVED, "released");
    }

    @Test
    void segment_withTheAuthorizationOfAnotherRender_isRefused() throws Exception {
        RenderId id = planned();
        RenderId other = planned();
        RenderJob job = rows.find(id).orElseThrow();
        RenderJob swapped = new RenderJob(
                job.id(),
                job.requester(),
                job.performance(),
                job.likeness(),
                job.under(),
                rows.find(other).orElseThrow().authorization(),
                job.permittedBy(),
                job.state(),
                job.plan(),
                job.preflight(),
                job.segmentsDone(),
                job.segmentsReused(),
                job.outputId(),
                job.problem(),
                job.askedAt());
        assertThat(refusals(() -> segments.render(swapped, 0, new QuietMonitor())))
                .containsExactly("authorization-other-use");
        assertThat(rows.find(id).orElseThrow().segmentsDone()).isZero();
    }

    @Test
    void withdrawal_ofTheTalent_endsTheProducersRenderAndFreesItsShare() throws Exception {
        RenderId id = planned();
        consent.withdraw(talent.id(), likeness);
        assertThat(rows.find(id).orElseThrow().state()).isEqualTo(State.REFUSED);
        assertThat(releases.counted(id.value())).containsExactly(RESERVED, "released");
        assertThatThrownBy(() -> desk.ask(producer, performance, "again"))
                .isInstanceOf(AuthorizationRefusedException.class);
    }

    @Test
    void ending_cancelledOrFailed_freesTheShareOnce() {
        RenderId cancelled = desk.ask(producer, performance, "1").id();
        RenderId failed = desk.ask(producer, performance, "2").id();
        ending.cancelled(cancelled);
        ending.cancelled(cancelled);
        transaction.executeWithoutResult(
                status -> renders.failed(failed, new Problem("sealing", "No.", "Nothing was made.", "Wait.")));
        assertThat(releases.counted(cancelled.value())).containsExactly(RESERVED, "released");
        assertThat(releases.counted(failed.value())).containsExactly(RESERVED, "released");
    }

    private RenderId planned() throws Exception {
        RenderId id =
                desk.ask(producer, performance, UUID.randomUUID().toString()).id();
        handle(QueueRenderEngine.PLAN, id, 0);
        return id;
    }

    private void handle(String kind, RenderId id, int part) throws Exception {
        WorkHandler handler =
                handlers.stream().filter(h -> h.kind().equals(kind)).findFirst().orElseThrow();
        handler.handle(new WorkOrder(new WorkId(UUID.randomUUID()), kind, id.value(), part, 1), new QuietMonitor());
    }

    private static List<String> refusals(ThrowingCallable call) {
        return catchThrowableOfType(AuthorizationRefusedException.class, call).reasons().stream()
                .map(AuthorizationDecision.Reason::policyId)
                .toList();
    }

    private static Person anybody() {
        return new Person(new PersonId(UUID.randomUUID()), Set.of(Person.Role.CREATOR), 1, Instant.now(), false);
    }
}
