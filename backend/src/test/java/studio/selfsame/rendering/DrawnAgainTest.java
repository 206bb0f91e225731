package studio.selfsame.rendering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import studio.selfsame.performance.PerformanceId;
import studio.selfsame.problem.Problem;
import studio.selfsame.rendering.RenderJob.State;
import studio.selfsame.vault.ObjectKey;

/** Nothing is drawn twice: neither a sentence that stayed, nor what a render had before it failed. */
class DrawnAgainTest extends AskedRenders {
    private static final Instant LONG_AGO = Instant.parse("2001-06-15T12:00:00Z");
    private static final int SECOND = 25;

    @Autowired
    RenderEnding ending;

    @Autowired
    DrawnSegments drawn;

    @Autowired
    DrawnHoldings holdings;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void mend() {
        likenesses.failAt(-1);
    }

    @Test
    void render_oneSentenceChanged_drawsThatSentenceAlone() throws Exception {
        RenderId first = planned(1, 2, 3);
        int before = likenesses.drawn();
        draw(first);
        assertThat(likenesses.drawn() - before).isEqualTo(3 * SECOND);

        RenderId second = planned(1, 7, 3, 2);
        assertThat(rows.find(second).orElseThrow().preflight().reusableSegments())
                .isEqualTo(3);
        draw(second);

        assertThat(likenesses.drawn() - before).isEqualTo(4 * SECOND);
        RenderJob job = rows.find(second).orElseThrow();
        assertThat(job.state()).isEqualTo(State.SEALING);
        assertThat(RenderView.of(job, List.of()).segments()).isEqualTo(new RenderView.Segments(4, 4, 3));
        List<Integer> levels = new ArrayList<>();
        renders.unsealed(second).orElseThrow().pictures().forEach(frame -> levels.add(frame.y()[0] & 0xff));
        assertThat(levels).hasSize(4 * SECOND);
        assertThat(List.of(levels.get(0), levels.get(25), levels.get(50), levels.get(99)))
                .containsExactly(17, 23, 19, 18);
        assertThat(renders.unsealed(second).orElseThrow().sound().channels()).isEqualTo(2);
    }

    @Test
    void render_failedHalfway_isAskedAgainAndDrawsWhatIsMissing() throws Exception {
        PerformanceId performance = performances.addSentences(person.id(), likeness, 11, 12, 13);
        RenderId failed = planned(performance);
        handle(failed, 0);
        likenesses.failAt(SECOND + 3);
        int before = likenesses.drawn();
        assertThatThrownBy(() -> handle(failed, 1)).isInstanceOf(IOException.class);
        transaction.executeWithoutResult(
                status -> ending.failed(failed, new Problem("rendering", "It broke.", "Nothing was made.", "Again.")));
        assertThat(unaddressed()).as("nothing half-drawn is left").isZero();
        likenesses.failAt(-1);

        RenderId again = planned(performance);
        draw(again);
        assertThat(rows.find(again).orElseThrow().state()).isEqualTo(State.SEALING);
        assertThat(rows.find(again).orElseThrow().segmentsReused()).isEqualTo(1);
        assertThat(likenesses.drawn() - before).isEqualTo(3 + 2 * SECOND);
    }

    @Test
    void render_endingBesideOneOfTheSamePieces_leavesThemToIt() throws Exception {
        PerformanceId performance = performances.addSentences(person.id(), likeness, 21, 22);
        RenderId cancelled = planned(performance);
        draw(cancelled);
        RenderId staying = planned(performance);
        draw(staying);
        assertThat(rows.segments(staying)).isEqualTo(rows.segments(cancelled));
        ending.cancelled(cancelled);
        age();
        holdings.sweep(LONG_AGO);
        assertThat(pictures(staying)).isEqualTo(2 * SECOND);

        transaction.executeWithoutResult(status -> renders.sealed(staying, "00112233445566ee"));
        List<ObjectKey> pieces = rows.segments(staying);
        assertThat(holdings.due(LONG_AGO.minusSeconds(1))).isZero();
        assertThat(holdings.due(LONG_AGO)).isEqualTo(2);
        assertThat(holdings.sweep(LONG_AGO)).isEqualTo(2);
        for (ObjectKey piece : pieces) {
            assertThat(objects.exists(piece)).isFalse();
        }
    }

    @Test
    void sweep_piecesOfAWorkerThatDied_erasesThem() throws Exception {
        ObjectKey orphan = drawn.begin(likeness);
        objects.put(orphan, out -> out.write(1));
        age();
        assertThat(holdings.sweep(LONG_AGO)).isEqualTo(1);
        assertThat(objects.exists(orphan)).isFalse();
    }

    @Test
    void render_afterAnotherTraining_drawsEverythingAnew() throws Exception {
        PerformanceId performance = performances.addSentences(person.id(), likeness, 31);
        draw(planned(performance));
        likenesses.train(likeness);
        int before = likenesses.drawn();
        RenderId anew = planned(performance);
        draw(anew);
        assertThat(rows.find(anew).orElseThrow().segmentsReused()).isZero();
        assertThat(likenesses.drawn() - before).isEqualTo(SECOND);
    }

    @Test
    void render_pieceThatIsNoLongerThere_drawsIt() throws Exception {
        PerformanceId performance = performances.addSentences(person.id(), likeness, 41);
        RenderId first = planned(performance);
        draw(first);
        objects.delete(rows.segments(first).getFirst());
        RenderId second = planned(performance);
        draw(second);
        assertThat(pictures(second)).isEqualTo(SECOND);
    }

    @Test
    void keep_twoAttemptsAtOneAddress_areOneObject() {
        String address = "ab".repeat(32);
        ObjectKey one = drawn.begin(likeness);
        ObjectKey two = drawn.begin(likeness);
        assertThat(transaction.<ObjectKey>execute(status -> drawn.keep(likeness, address, one)))
                .isEqualTo(one);
        assertThat(transaction.<ObjectKey>execute(status -> drawn.keep(likeness, address, two)))
                .isEqualTo(one);
    }

    @Test
    void withdrawal_erasesEverythingDrawnAndItIsCounted() throws Exception {
        RenderId render = planned(51, 52);
        draw(render);
        List<ObjectKey> pieces = rows.segments(render);
        consent.withdraw(person.id(), likeness);
        for (ObjectKey piece : pieces) {
            assertThat(objects.exists(piece)).isFalse();
        }
        assertThat(holdings.of(likeness))
                .singleElement()
                .satisfies(holding -> assertThat(holding.cleared()).isTrue());
        age();
        assertThat(holdings.due(LONG_AGO))
                .as("stays counted for the certificate")
                .isZero();
    }

    private void age() {
        jdbc.sql("update drawn_segment set used_at = ? where likeness_id = ?")
                .params(Timestamp.from(LONG_AGO), likeness.value())
                .update();
    }

    private int unaddressed() {
        return jdbc.sql("select count(*) from drawn_segment where likeness_id = ? and address is null")
                .param(likeness.value())
                .query(Integer.class)
                .single();
    }

    private int pictures(RenderId id) throws IOException {
        int[] count = {0};
        renders.unsealed(id).orElseThrow().pictures().forEach(frame -> count[0]++);
        return count[0];
    }

    private RenderId planned(int... sentences) throws Exception {
        return planned(performances.addSentences(person.id(), likeness, sentences));
    }

    private RenderId planned(PerformanceId performance) throws Exception {
        RenderId id =
                desk.ask(person, performance, UUID.randomUUID().toString()).id();
        handle(QueueRenderEngine.PLAN, id, 0);
        return id;
    }

    private void draw(RenderId id) throws Exception {
        for (RenderPlan.Segment segment : rows.find(id).orElseThrow().plan().segments()) {
            handle(id, segment.index());
        }
    }

    private void handle(RenderId id, int part) throws Exception {
        handle(QueueRenderEngine.SEGMENT, id, part);
    }
}
