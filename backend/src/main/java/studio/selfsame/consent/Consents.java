package studio.selfsame.consent;

import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import studio.selfsame.identity.PersonId;
import studio.selfsame.problem.Problem;
import studio.selfsame.problem.ProblemException;

/** A person gives their consent and looks at it: always for their own likeness. */
@Service
class Consents {
    private final LikenessTable likenesses;
    private final GrantTable grants;
    private final ConsentStanding standing;
    private final ConsentClock clock;
    private final ApplicationEventPublisher events;

    Consents(
            LikenessTable likenesses,
            GrantTable grants,
            ConsentStanding standing,
            ConsentClock clock,
            ApplicationEventPublisher events) {
        this.likenesses = likenesses;
        this.grants = grants;
        this.standing = standing;
        this.clock = clock;
        this.events = events;
    }

    public ConsentStanding.Standing of(PersonId person, LikenessId id) {
        return likenesses
                .find(id)
                .filter(found -> found.isOf(person))
                .map(standing::of)
                .orElseThrow(Consents::unknown);
    }

    @Transactional
    public List<Grant> grant(PersonId person, GrantForm form) {
        var id = form.likeness().orElseThrow(Consents::unknown);
        var likeness = likenesses
                .findAgainstWithdrawal(id)
                .filter(found -> found.isOf(person))
                .orElseThrow(Consents::unknown);
        if (likeness.isWithdrawn()) {
            throw alreadyWithdrawn();
        }
        var given = form.grants(id, form.check(), clock.now());
        for (var grant : given) {
            grants.insert(grant);
            events.publishEvent(ConsentGranted.of(person, grant));
        }
        return given;
    }

    /** The same for a likeness that does not exist and for somebody else's: which of the two is nobody's business. */
    static ProblemException unknown() {
        return new ProblemException(
                ProblemException.Kind.UNKNOWN,
                new Problem(
                        "consent",
                        "There is no such likeness of yours.",
                        "Nothing was changed.",
                        "Open your own likeness from the list in your account."));
    }

    private static ProblemException alreadyWithdrawn() {
        return new ProblemException(
                ProblemException.Kind.CONFLICT,
                new Problem(
                        "consent",
                        "You have withdrawn your consent for this likeness, which is final.",
                        "Nothing was granted.",
                        "Enrol again to start a new likeness."));
    }
}
