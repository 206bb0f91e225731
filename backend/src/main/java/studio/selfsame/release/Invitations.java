package studio.selfsame.release;

import java.time.Instant;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import studio.selfsame.consent.LikenessId;
import studio.selfsame.consent.LikenessRegister;
import studio.selfsame.identity.Person;
import studio.selfsame.identity.PersonId;
import studio.selfsame.policy.PolicyAction;
import studio.selfsame.policy.Signatory.Capacity;

/** How the talent comes to a release: by a link that is good once, in an account of their own. */
@Service
class Invitations {
    private final InvitationRows rows;
    private final Releases releases;
    private final ReleaseDoor door;
    private final Drafting drafting;
    private final LikenessRegister likenesses;
    private final Steps steps;
    private final ReleaseSettings settings;
    private final ReleaseClock clock;
    private final ApplicationEventPublisher events;

    Invitations(
            InvitationRows rows,
            Releases releases,
            ReleaseDoor door,
            Drafting drafting,
            LikenessRegister likenesses,
            Steps steps,
            ReleaseSettings settings,
            ReleaseClock clock,
            ApplicationEventPublisher events) {
        this.rows = rows;
        this.releases = releases;
        this.door = door;
        this.drafting = drafting;
        this.likenesses = likenesses;
        this.steps = steps;
        this.settings = settings;
        this.clock = clock;
        this.events = events;
    }

    /** The only time that anybody sees the token. */
    record Issued(InvitationToken token, Instant expiresAt) {}

    /** Whoever may draft may invite. An earlier link to the same release is no longer good. */
    @Transactional
    public Issued invite(Person person, ReleaseId id) {
        var release = door.openToAnybody(id);
        steps.require(PolicyAction.DRAFT_RELEASE, person, release);
        requireUnsigned(release);
        var token = InvitationToken.random();
        var now = clock.now();
        var expires = now.plus(settings.invitationValidity());
        rows.insert(token, id, person.id(), now, expires);
        events.publishEvent(ReleaseRecord.invited(release, person.id(), token.sha256()));
        return new Issued(token, expires);
    }

    /** What the holder of the link is invited to. It stays good. */
    Release open(InvitationToken token) {
        var invitation = rows.find(token).filter(row -> row.good(clock.now())).orElseThrow(Invitations::noGood);
        return releases.find(invitation.release()).orElseThrow(Invitations::noGood);
    }

    /**
     * Binds the holder, and their own likeness or, for a guardian or an estate, the one that the draft names.
     *
     * @param chosen may be left out where the draft names one
     */
    @Transactional
    public Release accept(PersonId person, InvitationToken token, Optional<LikenessId> chosen) {
        // the release first, as whoever invites does: what is read of the invitation after that stays so
        var release =
                rows.find(token).flatMap(row -> releases.lock(row.release())).orElseThrow(Invitations::noGood);
        if (rows.find(token).filter(row -> row.good(clock.now())).isEmpty()) {
            throw noGood();
        }
        requireUnsigned(release);
        var likeness = likeness(release, person, chosen);
        rows.use(token, person, clock.now());
        var binding = new Binding(Optional.of(likeness), Optional.of(person), release.capacity());
        var bound = drafting.bind(release, binding, person);
        events.publishEvent(ReleaseRecord.bound(bound, person, likeness));
        return bound;
    }

    private LikenessId likeness(Release release, PersonId person, Optional<LikenessId> chosen) {
        var likeness = release.likeness().or(() -> chosen).orElseThrow(Invitations::noLikeness);
        if (chosen.isPresent() && !chosen.get().equals(likeness)) {
            throw ReleaseProblems.conflict(
                    "This release is about another likeness.",
                    "Accept it without naming one, or ask for another draft.");
        }
        boolean own = likenesses.ownerOf(likeness).filter(person::equals).isPresent();
        if (release.capacity() == Capacity.SELF && !own) {
            throw ReleaseProblems.unknown("likeness");
        }
        return likeness;
    }

    private static void requireUnsigned(Release release) {
        if (!release.newest().unsigned() || release.newest().number() > 1) {
            throw ReleaseProblems.conflict(
                    "This release has been signed, so who signs it can no longer change.", "Draft a new one.");
        }
        if (release.revocation().isPresent()) {
            throw ReleaseProblems.conflict("This release has been revoked.", "Draft a new one.");
        }
    }

    private static RuntimeException noLikeness() {
        return ReleaseProblems.unusable(
                "The draft names no likeness, so you choose which of yours it is about.", "Give `likenessId`.");
    }

    /** The same for one that never was, one that was used, and one whose time is over. */
    private static RuntimeException noGood() {
        return ReleaseProblems.unknown("invitation");
    }
}
