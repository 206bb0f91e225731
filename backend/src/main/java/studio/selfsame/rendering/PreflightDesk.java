package studio.selfsame.rendering;

import java.time.Clock;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import studio.selfsame.consent.Authorization;
import studio.selfsame.consent.AuthorizationRefusedException;
import studio.selfsame.consent.ConsentWithdrawn;
import studio.selfsame.consent.Use;
import studio.selfsame.identity.Person;
import studio.selfsame.performance.PerformanceId;
import studio.selfsame.performance.Performances;
import studio.selfsame.problem.Problem;
import studio.selfsame.work.WorkQueue;

/** Where dry runs are asked for. They take the same permission as a render, and nothing of a release. */
@Service
class PreflightDesk {
    private final PreflightRows rows;
    private final RenderGate gate;
    private final WorkQueue queue;
    private final Clock clock;

    PreflightDesk(PreflightRows rows, RenderGate gate, WorkQueue queue, Clock clock) {
        this.rows = rows;
        this.gate = gate;
        this.queue = queue;
        this.clock = clock;
    }

    /** @throws AuthorizationRefusedException with all reasons when policy would not permit the render */
    @Transactional
    public PreflightJob ask(Person requester, PerformanceId performance) {
        Performances.Sheet sheet = gate.sheet(requester, performance);
        UUID id = UUID.randomUUID();
        Authorization authorization = gate.permitted(
                        requester, new Use(sheet.likeness(), Use.Purpose.RENDER_PERFORMANCE, id, sheet.under()))
                .authorization();
        gate.requireReady(sheet);
        PreflightJob job = new PreflightJob(
                id,
                requester.id(),
                performance,
                sheet.likeness(),
                authorization.id(),
                PreflightJob.State.PLANNING,
                null,
                null,
                clock.instant());
        rows.insert(job);
        queue.submit(PreflightWork.KIND, id, 0, WorkQueue.Priority.INTERACTIVE);
        return job;
    }

    PreflightJob own(Person person, UUID id) {
        return rows.find(id)
                .filter(job -> job.requester().equals(person.id()))
                .orElseThrow(() -> RenderGate.unknown("preflight"));
    }

    @EventListener
    @Order(ConsentWithdrawn.STOP_WORK)
    @Transactional
    public void on(ConsentWithdrawn withdrawn) {
        for (UUID id : rows.running(withdrawn.likeness())) {
            rows.end(
                    id,
                    PreflightJob.State.REFUSED,
                    null,
                    new Problem(
                            "rendering",
                            "The person shown withdrew their consent.",
                            "Nothing was planned.",
                            "Only the person shown can grant it anew, with a new enrolment."));
            queue.cancel(id);
        }
    }
}
