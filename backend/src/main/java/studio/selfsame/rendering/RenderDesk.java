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
import studio.selfsame.consent.Authorizer;
import studio.selfsame.consent.UsageMeter;
import studio.selfsame.consent.Use;
import studio.selfsame.identity.Person;
import studio.selfsame.performance.PerformanceId;
import studio.selfsame.performance.Performances;
import studio.selfsame.problem.Problem;
import studio.selfsame.problem.ProblemException;
import studio.selfsame.problem.ProblemException.Kind;

/** Where renders are asked for. Policy answers before a row exists. */
@Service
class RenderDesk {
    private final RenderRows rows;
    private final Performances performances;
    private final Authorizer authorizer;
    private final RenderEngine engine;
    private final UsageMeter meter;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    RenderDesk(
            RenderRows rows,
            Performances performances,
            Authorizer authorizer,
            RenderEngine engine,
            UsageMeter meter,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.performances = performances;
        this.authorizer = authorizer;
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
        Performances.Sheet sheet = performances
                .sheet(performanceId)
                .filter(s -> s.author().equals(requester.id()))
                .orElseThrow(() -> unknown("performance"));
        RenderId id = new RenderId(UUID.randomUUID());
        Use use = new Use(sheet.likeness(), Use.Purpose.RENDER_PERFORMANCE, id.value(), sheet.under());
        AuthorizationDecision.Permitted permitted = switch (authorizer.authorize(requester, use)) {
            case AuthorizationDecision.Permitted yes -> yes;
            case AuthorizationDecision.Refused refused ->
                throw new AuthorizationRefusedException("rendering", refused.reasons());
        };
        if (!sheet.ready()) {
            throw new ProblemException(
                    Kind.CONFLICT,
                    new Problem(
                            "rendering",
                            "The performance is not ready yet.",
                            "Nothing was rendered.",
                            "Wait until its state is `ready` and ask again."));
        }
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
                0,
                null,
                null,
                clock.instant());
        if (!rows.insert(job, idempotencyKey)) {
            return rows.findByKey(requester.id(), idempotencyKey).orElseThrow();
        }
        sheet.under().ifPresent(under -> meter.reserve(under.use(), id.value(), under.length()));
        events.publishEvent(new RenderAsked(id, sheet.likeness(), job.authorization()));
        engine.plan(id);
        return job;
    }

    RenderJob own(Person person, RenderId id) {
        return rows.find(id).filter(job -> job.requester().equals(person.id())).orElseThrow(() -> unknown("render"));
    }

    List<RenderJob> own(Person person) {
        return rows.of(person.id());
    }

    private static ProblemException unknown(String what) {
        return new ProblemException(
                Kind.UNKNOWN,
                new Problem(
                        "rendering",
                        "There is no such " + what + " of yours.",
                        "Nothing was done.",
                        "Check the id, and that you are signed in to the right account."));
    }
}
