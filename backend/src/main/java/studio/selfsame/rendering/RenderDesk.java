package studio.selfsame.rendering;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import studio.selfsame.consent.AuthorizationDecision;
import studio.selfsame.consent.AuthorizationRefusedException;
import studio.selfsame.consent.UsageMeter;
import studio.selfsame.consent.Use;
import studio.selfsame.identity.Person;
import studio.selfsame.performance.PerformanceId;
import studio.selfsame.performance.Performances;

/** Where renders are asked for. Policy answers before a row exists. */
@Service
class RenderDesk {
    private final RenderRows rows;
    private final RenderGate gate;
    private final RenderEngine engine;
    private final UsageMeter meter;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    RenderDesk(
            RenderRows rows,
            RenderGate gate,
            RenderEngine engine,
            UsageMeter meter,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.gate = gate;
        this.engine = engine;
        this.meter = meter;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Queues a render, once per requester and idempotency key.
     *
     * @throws AuthorizationRefusedException with all reasons when policy does not permit it
     */
    @Transactional
    public RenderJob ask(Person requester, PerformanceId performanceId, String idempotencyKey) {
        Optional<RenderJob> before = rows.findByKey(requester.id(), idempotencyKey);
        if (before.isPresent()) {
            return before.get();
        }
        Performances.Sheet sheet = gate.sheet(requester, performanceId);
        RenderId id = new RenderId(UUID.randomUUID());
        Use use = new Use(sheet.likeness(), Use.Purpose.RENDER_PERFORMANCE, id.value(), sheet.under());
        AuthorizationDecision.Permitted permitted = gate.permitted(requester, use);
        gate.requireReady(sheet);
        RenderJob job = new RenderJob(
                id,
                requester.id(),
                performanceId,
                sheet.likeness(),
                sheet.under(),
                permitted.authorization().id(),
                permitted.policyIds(),
                RenderJob.State.RENDERING,
                null,
                null,
                0,
                0,
                null,
                null,
                clock.instant());
        if (!rows.insert(job, idempotencyKey)) {
            return rows.findByKey(requester.id(), idempotencyKey).orElseThrow();
        }
        sheet.under().ifPresent(under -> meter.reserve(under.use(), id.value(), under.length()));
        events.publishEvent(new RenderAsked(id, sheet.likeness(), sheet.kind(), job.authorization()));
        engine.plan(id);
        return job;
    }

    RenderJob own(Person person, RenderId id) {
        return rows.find(id)
                .filter(job -> job.requester().equals(person.id()))
                .orElseThrow(() -> RenderGate.unknown("render"));
    }

    List<RenderJob> own(Person person) {
        return rows.of(person.id());
    }
}
