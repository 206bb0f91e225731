package studio.selfsame.performance;

import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import studio.selfsame.consent.AuthorizationDecision;
import studio.selfsame.consent.AuthorizationRefusedException;
import studio.selfsame.consent.Authorizer;
import studio.selfsame.consent.LikenessId;
import studio.selfsame.consent.Spoken;
import studio.selfsame.consent.Use;
import studio.selfsame.identity.Person;
import studio.selfsame.likeness.Likenesses;
import studio.selfsame.problem.Problem;
import studio.selfsame.problem.ProblemException;

/** Asks before anything is stored whether a likeness could be used at all; the render is decided by itself. */
@Component
class PerformanceGate {
    private final Authorizer authorizer;
    private final Likenesses likenesses;

    PerformanceGate(Authorizer authorizer, Likenesses likenesses) {
        this.authorizer = authorizer;
        this.likenesses = likenesses;
    }

    /**
     * @return the authorization's id
     * @throws AuthorizationRefusedException with all reasons
     */
    UUID permitted(Person author, Use use, Optional<Spoken> spoken) {
        AuthorizationDecision decision = spoken.map(said -> authorizer.authorize(author, use, said))
                .orElseGet(() -> authorizer.authorize(author, use));
        return switch (decision) {
            case AuthorizationDecision.Permitted permitted ->
                permitted.authorization().id();
            case AuthorizationDecision.Refused refused ->
                throw new AuthorizationRefusedException("performance", refused.reasons());
        };
    }

    /** @throws ProblemException when the likeness is not trained */
    void requireReady(LikenessId likeness) {
        if (!likenesses.isReady(likeness)) {
            throw new ProblemException(
                    ProblemException.Kind.CONFLICT,
                    new Problem(
                            "performance",
                            "The likeness is not trained.",
                            "Nothing was stored.",
                            "Wait until its training is done."));
        }
    }
}
