package studio.selfsame.release;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import studio.selfsame.consent.ConsentWithdrawn;
import studio.selfsame.identity.Person;
import studio.selfsame.identity.PersonId;
import studio.selfsame.policy.PolicyAction;

/** How releases end before their time. Their papers stay, for both sides, as proof of what was agreed. */
@Service
class Endings {
    private final Releases releases;
    private final ReleaseRows rows;
    private final UseRows uses;
    private final ReleaseDoor door;
    private final Steps steps;
    private final ReleaseClock clock;
    private final ApplicationEventPublisher events;

    Endings(
            Releases releases,
            ReleaseRows rows,
            UseRows uses,
            ReleaseDoor door,
            Steps steps,
            ReleaseClock clock,
            ApplicationEventPublisher events) {
        this.releases = releases;
        this.rows = rows;
        this.uses = uses;
        this.door = door;
        this.steps = steps;
        this.clock = clock;
        this.events = events;
    }

    /** After the notice that the contract grants, in its own days; what nobody has agreed to ends at once. */
    @Transactional
    public Release revoke(Person person, ReleaseId id) {
        var release = door.openToAnybody(id);
        steps.require(PolicyAction.REVOKE_RELEASE, person, release);
        if (release.revocation().isPresent()) {
            throw ReleaseProblems.conflict(
                    "This release is revoked already, from "
                            + release.revocation().get().from() + " on.",
                    "Nothing more is needed.");
        }
        int notice = release.agreed().map(agreed -> agreed.terms().noticeDays()).orElse(0);
        var by = door.sideOf(person.id(), release) == Side.STUDIO ? Revocation.By.STUDIO : Revocation.By.TALENT;
        end(release, new Revocation(release.day(clock.now()).plusDays(notice), by), person.id());
        return releases.find(id).orElseThrow();
    }

    /** Whoever withdraws their consent ends every release of that likeness with it, at once, whatever notice was agreed. */
    @EventListener
    @Order(ConsentWithdrawn.STOP_WORK)
    void on(ConsentWithdrawn withdrawn) {
        for (var id : rows.of(withdrawn.likeness())) {
            var release = releases.lock(id).orElseThrow();
            var today = release.day(withdrawn.at());
            if (release.revocation().filter(ended -> ended.holdsOn(today)).isEmpty()) {
                end(release, new Revocation(today, Revocation.By.WITHDRAWAL), withdrawn.person());
            }
            uses.withdraw(id);
        }
    }

    private void end(Release release, Revocation revocation, PersonId by) {
        rows.revoke(release.id(), revocation, clock.now());
        events.publishEvent(ReleaseRecord.revoked(release, revocation, by));
    }
}
