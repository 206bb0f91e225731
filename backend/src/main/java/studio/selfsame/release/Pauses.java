package studio.selfsame.release;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import studio.selfsame.identity.Person;
import studio.selfsame.policy.PolicyAction;
import studio.selfsame.policy.Suspension;

/** Each side can let a release rest, and only itself can end its rest. */
@Service
class Pauses {
    private final Releases releases;
    private final ReleaseDoor door;
    private final RestRows rests;
    private final Steps steps;
    private final ReleaseClock clock;
    private final ApplicationEventPublisher events;

    Pauses(
            Releases releases,
            ReleaseDoor door,
            RestRows rests,
            Steps steps,
            ReleaseClock clock,
            ApplicationEventPublisher events) {
        this.releases = releases;
        this.door = door;
        this.rests = rests;
        this.steps = steps;
        this.clock = clock;
        this.events = events;
    }

    /** @param reason strike or dispute */
    @Transactional
    public Release suspend(Person person, ReleaseId id, Suspension reason) {
        var release = door.openToAnybody(id);
        steps.require(PolicyAction.SUSPEND_RELEASE, person, release);
        var side = door.sideOf(person.id(), release);
        if (release.restOf(side).isPresent()) {
            throw ReleaseProblems.conflict("Your side lets this release rest already.", "Nothing more is needed.");
        }
        var rest = new Rest(side, reason, clock.now());
        rests.insert(id, rest, person.id());
        events.publishEvent(ReleaseRecord.suspended(release, rest, person.id()));
        return releases.find(id).orElseThrow();
    }

    /** By whoever may suspend, for their own side. */
    @Transactional
    public Release resume(Person person, ReleaseId id) {
        var release = door.openToAnybody(id);
        steps.require(PolicyAction.SUSPEND_RELEASE, person, release);
        var side = door.sideOf(person.id(), release);
        if (release.restOf(side).isEmpty()) {
            throw ReleaseProblems.conflict(
                    "Your side does not let this release rest.", "Whoever suspended it can resume it.");
        }
        rests.lift(id, side, person.id(), clock.now());
        events.publishEvent(ReleaseRecord.resumed(release, side, person.id()));
        return releases.find(id).orElseThrow();
    }
}
