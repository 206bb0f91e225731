package studio.selfsame.consent;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import studio.selfsame.identity.People;
import studio.selfsame.identity.PersonId;
import studio.selfsame.policy.LikenessFacts;

/** The register in the database. */
@Service
class StoredLikenessRegister implements LikenessRegister {
    private final LikenessTable likenesses;
    private final ConsentStanding standing;
    private final People people;
    private final ConsentClock clock;
    private final ApplicationEventPublisher events;

    StoredLikenessRegister(
            LikenessTable likenesses,
            ConsentStanding standing,
            People people,
            ConsentClock clock,
            ApplicationEventPublisher events) {
        this.likenesses = likenesses;
        this.standing = standing;
        this.people = people;
        this.clock = clock;
        this.events = events;
    }

    @Override
    @Transactional
    public LikenessId open(PersonId owner) {
        var id = new LikenessId(UUID.randomUUID());
        likenesses.insert(id, owner, clock.now());
        events.publishEvent(new LikenessOpened(id, owner));
        return id;
    }

    @Override
    public Optional<PersonId> ownerOf(LikenessId likeness) {
        return likenesses.find(likeness).map(RegisteredLikeness::owner);
    }

    @Override
    public boolean isWithdrawn(LikenessId likeness) {
        return likenesses.find(likeness).map(RegisteredLikeness::isWithdrawn).orElse(false);
    }

    @Override
    public Optional<LikenessFacts> facts(LikenessId likeness) {
        return likenesses.find(likeness).map(found -> standing.of(found).facts(people.verificationOf(found.owner())));
    }

    @Override
    public boolean mayHear(LikenessId likeness) {
        return stands(likeness, ConsentStanding.Standing::mayHear);
    }

    @Override
    public boolean mayLearnLook(LikenessId likeness) {
        return stands(likeness, ConsentStanding.Standing::mayLearnLook);
    }

    @Override
    public boolean hasVoiceUndecided(LikenessId likeness) {
        return stands(likeness, ConsentStanding.Standing::hasVoiceUndecided);
    }

    private boolean stands(LikenessId likeness, Predicate<ConsentStanding.Standing> question) {
        return likenesses.find(likeness).map(standing::of).filter(question).isPresent();
    }
}
