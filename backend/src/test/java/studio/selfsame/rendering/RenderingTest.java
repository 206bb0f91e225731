package studio.selfsame.rendering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import studio.selfsame.consent.AuthorizationRefusedException;
import studio.selfsame.identity.Person;
import studio.selfsame.identity.PersonId;
import studio.selfsame.performance.PerformanceId;
import studio.selfsame.problem.ProblemException;
import studio.selfsame.rendering.RenderJob.State;
import studio.selfsame.vault.ObjectKey;
import studio.selfsame.work.WorkCancelledException;
import studio.selfsame.work.WorkQueue;
import studio.selfsame.work.WorkStatus;

/** What is asked for is planned, drawn in pieces, and ends with the consent. */
class RenderingTest extends AskedRenders {
    private static final int SEGMENTS = 3;

    @Autowired
    WorkQueue queue;

    private PerformanceId performance;

    @BeforeEach
    void prepare() {
        performance = performances.add(person.id(), likeness, 5);
    }

    @Test
    void ask_sameIdempotencyKeyTwice_isOneRender() {
        RenderJob first = desk.ask(person, performance, "k1");
        RenderJob again = desk.ask(person, performance, "k1");
        assertThat(again.id()).isEqualTo(first.id());
        assertThat(desk.own(person)).hasSize(1);
    }

    @Test
    void ask_anotherPersonsPerformance_isUnknown() {
        Person other = new Person(new PersonId(UUID.randomUUID()), Set.of(), 1, Instant.now(), false);
        assertThatThrownBy(() -> desk.ask(other, performance, "k"))
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.kind()).isEqualTo(ProblemException.Kind.UNKNOWN));
    }

    @Test
    void ask_refusedByPolicy_leavesNoRow() {
        consent.withdraw(person.id(), likeness);
        assertThatThrownBy(() -> desk.ask(person, performance, "k")).isInstanceOf(AuthorizationRefusedException.class);
        assertThat(desk.own(person)).isEmpty();
    }

    @Test
    void render_allSegments_joinsOnceAndStreamsEveryFrameInOrder() throws Exception {
        RenderId id = planned();
        drawAll(id);
        assertThat(rows.find(id).orElseThrow().state()).isEqualTo(State.SEALING);
        assertThat(heard.joined(id)).isEqualTo(1);
        List<Integer> levels = new ArrayList<>();
        List<Long> times = new ArrayList<>();
        renders.unsealed(id).orElseThrow().pictures().forEach(frame -> {
            levels.add(frame.y()[0] & 0xff);
            times.add(frame.presentationTimeUs());
        });
        assertThat(levels).hasSize(125);
        for (int f = 0; f < 125; f++) {
            assertThat(levels.get(f)).isEqualTo(16 + f);
            assertThat(times.get(f)).isEqualTo(40_000L * f);
        }
    }

    @Test
    void glimpses_ofARenderInThreeSegments_areTheFirstPicturesOfItsSeconds() throws Exception {
        RenderId id = planned();
        drawAll(id);
        List<Integer> levels = new ArrayList<>();
        List<Long> times = new ArrayList<>();

        renders.unsealed(id).orElseThrow().pictures().glimpses(frame -> {
            levels.add(frame.y()[0] & 0xff);
            times.add(frame.presentationTimeUs());
        });

        assertThat(times).containsExactly(0L, 1_000_000L, 2_000_000L, 3_000_000L, 4_000_000L);
        assertThat(levels).containsExactly(16, 41, 66, 91, 116);
    }

    @Test
    void segment_drawnByTwoWorkers_countsOnce() throws Exception {
        RenderId id = planned();
        RenderJob job = rows.find(id).orElseThrow();
        rows.commitSegment(id, 1, new ObjectKey("drawn/" + likeness.value() + "/other"), false);
        handle("rendering.segment", id, 1);
        assertThat(rows.find(id).orElseThrow().segmentsDone()).isEqualTo(1);
        assertThat(rows.segments(id)).containsExactly(new ObjectKey("drawn/" + likeness.value() + "/other"));
        assertThat(job.state()).isEqualTo(State.RENDERING);
    }

    @Test
    void withdrawal_whileRendering_stopsAllItsWork() throws Exception {
        RenderId id = planned();
        handle("rendering.segment", id, 0);
        ObjectKey drawn = rows.segments(id).getFirst();
        consent.withdraw(person.id(), likeness);
        assertThat(objects.exists(drawn)).isFalse();
        assertThatThrownBy(() -> handle("rendering.segment", id, 1)).isInstanceOf(WorkCancelledException.class);
        assertThat(rows.find(id).orElseThrow().state()).isEqualTo(State.REFUSED);
        assertThat(queue.of(id.value())).extracting(WorkStatus::state).containsOnly(WorkStatus.State.CANCELLED);
        assertThat(renders.unsealed(id)).isEmpty();
    }

    @Test
    void sealed_outsideATransaction_isRefused() {
        assertThatThrownBy(() -> renders.sealed(new RenderId(UUID.randomUUID()), "00"))
                .isInstanceOf(org.springframework.transaction.IllegalTransactionStateException.class);
    }

    @Test
    void sealed_erasesScratchKeepsDrawnPiecesAndTheOutputsId() throws Exception {
        RenderId id = planned();
        drawAll(id);
        List<ObjectKey> drawn = rows.segments(id);
        transaction.executeWithoutResult(tx -> renders.sealed(id, "00112233445566ff"));
        assertThat(rows.find(id).orElseThrow().state()).isEqualTo(State.SEALED);
        assertThat(rows.find(id).orElseThrow().outputId()).isEqualTo("00112233445566ff");
        assertThat(objects.isEmpty(new ObjectKey("render/" + id.value()))).isTrue();
        for (ObjectKey object : drawn) {
            assertThat(objects.exists(object)).as("kept for the next render").isTrue();
        }
    }

    private RenderId planned() throws Exception {
        RenderId id =
                desk.ask(person, performance, UUID.randomUUID().toString()).id();
        handle("rendering.plan", id, 0);
        assertThat(rows.find(id).orElseThrow().plan().segments()).hasSize(SEGMENTS);
        return id;
    }

    private void drawAll(RenderId id) throws Exception {
        for (int part = SEGMENTS - 1; part >= 0; part--) {
            handle("rendering.segment", id, part);
        }
    }
}
