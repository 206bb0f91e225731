package studio.selfsame.rendering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import studio.selfsame.QuietMonitor;
import studio.selfsame.consent.AuthorizationRefusedException;
import studio.selfsame.identity.Person;
import studio.selfsame.identity.PersonId;
import studio.selfsame.performance.PerformanceId;
import studio.selfsame.problem.ProblemException;

/** What a render would show is known before anything is drawn. */
class PreflightTest extends AskedRenders {
    @Autowired
    PreflightDesk reports;

    @Autowired
    PreflightWork work;

    @Autowired
    RenderPlanner planner;

    @Test
    void preflight_coveredMouth_saysWhenAndWhatToDoAndDrawsNothing() throws Exception {
        int before = likenesses.drawn();
        PreflightJob job = preflight(performances.addSentences(person.id(), likeness, 1, -2, 3));
        assertThat(job.state()).isEqualTo(PreflightJob.State.DONE);
        PreflightReport report = job.report();
        assertThat(report.frames()).isEqualTo(75);
        assertThat(report.drawnFrames()).isEqualTo(50);
        assertThat(report.segments()).isEqualTo(3);
        assertThat(report.untouched())
                .containsExactly(new PreflightReport.Passage(
                        "covered",
                        25,
                        25,
                        1,
                        1,
                        "1.0 s from 0:01: something covers the mouth.",
                        "It passes through untouched.",
                        "Keep hands, cups and microphones away from the mouth."));
        assertThat(likenesses.drawn()).isEqualTo(before);
        assertThat(heard.preflights(job.id()))
                .singleElement()
                .satisfies(done -> assertThat(done.facts())
                        .containsEntry("untouched", "{covered=25}")
                        .containsEntry("drawnFrames", "50"));
    }

    @Test
    void render_planned_carriesTheSameReport() throws Exception {
        PerformanceId performance = performances.addSentences(person.id(), likeness, 1, -2, 3);
        PreflightReport report = preflight(performance).report();
        RenderJob job = desk.ask(person, performance, "k");
        assertThat(RenderView.of(job, List.of()).preflight()).isNull();
        planner.plan(job);
        RenderJob planned = rows.find(job.id()).orElseThrow();
        assertThat(RenderView.of(planned, List.of()).preflight()).isEqualTo(report);
    }

    @Test
    void preflight_nothingCanBeDrawn_isRefusedWithTheReasons() throws Exception {
        PreflightJob job = reports.ask(person, performances.addSentences(person.id(), likeness, -1, -2));
        assertThatThrownBy(() -> handle(job)).isInstanceOfSatisfying(ProblemException.class, e -> {
            assertThat(e.problem().cause())
                    .isEqualTo("No frame of it can be drawn. 2.0 s from 0:00: something covers the mouth.");
            work.failed(QuietMonitor.order(PreflightWork.KIND, job.id()), e.problem());
        });
        assertThat(reports.own(person, job.id()).state()).isEqualTo(PreflightJob.State.FAILED);
        assertThat(reports.own(person, job.id()).problem().remedy()).startsWith("Keep hands");
    }

    @Test
    void preflight_ofSomebodyElse_isUnknown() {
        Person other = new Person(new PersonId(UUID.randomUUID()), Set.of(), 1, Instant.now(), false);
        PerformanceId performance = performances.addSentences(person.id(), likeness, 1);
        assertThatThrownBy(() -> reports.ask(other, performance)).isInstanceOf(ProblemException.class);
        PreflightJob job = reports.ask(person, performance);
        assertThatThrownBy(() -> reports.own(other, job.id()))
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.kind()).isEqualTo(ProblemException.Kind.UNKNOWN));
    }

    @Test
    void preflight_consentWithdrawn_isRefused() throws Exception {
        PerformanceId performance = performances.addSentences(person.id(), likeness, 1);
        PreflightJob job = reports.ask(person, performance);
        consent.withdraw(person.id(), likeness);
        handle(job);
        assertThat(reports.own(person, job.id()).state()).isEqualTo(PreflightJob.State.REFUSED);
        assertThatThrownBy(() -> reports.ask(person, performance)).isInstanceOf(AuthorizationRefusedException.class);
    }

    private PreflightJob preflight(PerformanceId performance) throws Exception {
        PreflightJob job = reports.ask(person, performance);
        handle(job);
        return reports.own(person, job.id());
    }

    private void handle(PreflightJob job) throws Exception {
        work.handle(QuietMonitor.order(PreflightWork.KIND, job.id()), new QuietMonitor());
    }
}
