package studio.selfsame.consent;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import studio.selfsame.identity.IdentityVerification;
import studio.selfsame.policy.Age;
import studio.selfsame.policy.ConsentState;
import studio.selfsame.policy.LikenessFacts;
import studio.selfsame.policy.PublicFigure;

/** Reads where the consent for a likeness stands. */
@Component
class ConsentStanding {
    private final GrantTable grants;

    ConsentStanding(GrantTable grants) {
        this.grants = grants;
    }

    /** @param grants oldest first; those of a withdrawn likeness stay listed and allow nothing */
    record Standing(RegisteredLikeness likeness, ConsentState state, List<Grant> grants) {
        boolean has(Grant.Kind kind) {
            return grants.stream().anyMatch(grant -> grant.kind() == kind);
        }

        /** Ticking the box for the voice beside a text that did not say what is learnt from it allows no learning. */
        boolean mayHear() {
            return created(grant -> grant.tellsOfLearning() && grant.voice());
        }

        boolean mayLearnLook() {
            return created(grant -> grant.tellsOfLearning() && grant.training());
        }

        boolean hasVoiceUndecided() {
            return created(Grant::voice) && !created(Grant::tellsOfLearning);
        }

        private boolean created(Predicate<Grant> such) {
            return state == ConsentState.GRANTED
                    && grants.stream()
                            .filter(grant -> grant.kind() == Grant.Kind.CREATE)
                            .anyMatch(such);
        }

        /**
         * Of age, and known to many, is who the referee said is; where none said, that is said as it is. An owner has an
         * account, so they live; there are no holds yet.
         *
         * @param ofOwner the owner's newest verification that a referee approved
         */
        LikenessFacts facts(Optional<IdentityVerification> ofOwner) {
            return new LikenessFacts(
                    likeness.id().value(),
                    likeness.owner().value(),
                    state,
                    has(Grant.Kind.CREATE),
                    has(Grant.Kind.USE),
                    ofOwner.map(IdentityVerification::age).orElse(Age.UNKNOWN),
                    false,
                    ofOwner.map(IdentityVerification::publicFigure).orElse(PublicFigure.UNKNOWN),
                    false,
                    likeness.takenDown());
        }
    }

    Standing of(RegisteredLikeness likeness) {
        var given = grants.of(likeness.id());
        var granted = given.isEmpty() ? ConsentState.OPEN : ConsentState.GRANTED;
        return new Standing(likeness, likeness.isWithdrawn() ? ConsentState.WITHDRAWN : granted, given);
    }
}
