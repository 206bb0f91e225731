package studio.selfsame.rendering;

import org.springframework.stereotype.Component;
import studio.selfsame.consent.AuthorizationDecision;
import studio.selfsame.consent.AuthorizationRefusedException;
import studio.selfsame.consent.Authorizer;
import studio.selfsame.consent.Use;
import studio.selfsame.identity.Person;
import studio.selfsame.performance.PerformanceId;
import studio.selfsame.performance.Performances;
import studio.selfsame.problem.Problem;
import studio.selfsame.problem.ProblemException;
import studio.selfsame.problem.ProblemException.Kind;

/** What is asked before a performance is planned or rendered. */
@Component
class RenderGate {
    private final Performances performances;
    private final Authorizer authorizer;

    RenderGate(Performances performances, Authorizer authorizer) {
        this.performances = performances;
        this.authorizer = authorizer;
    }

    /** @throws ProblemException when it is not theirs */
    Performances.Sheet sheet(Person requester, PerformanceId performance) {
        return performances
                .sheet(performance)
                .filter(sheet -> sheet.author().equals(requester.id()))
                .orElseThrow(() -> unknown("performance"));
    }

    /** @throws AuthorizationRefusedException with all reasons */
    AuthorizationDecision.Permitted permitted(Person requester, Use use) {
        return switch (authorizer.authorize(requester, use)) {
            case AuthorizationDecision.Permitted yes -> yes;
            case AuthorizationDecision.Refused refused ->
                throw new AuthorizationRefusedException("rendering", refused.reasons());
        };
    }

    /** @throws ProblemException when it is not prepared */
    void requireReady(Performances.Sheet sheet) {
        if (!sheet.ready()) {
            throw new ProblemException(
                    Kind.CONFLICT,
                    new Problem(
                            "rendering",
                            "The performance is not ready yet.",
                            "Nothing was rendered.",
                            "Wait until its state is `ready` and ask again."));
        }
    }

    static ProblemException unknown(String what) {
        return new ProblemException(
                Kind.UNKNOWN,
                new Problem(
                        "rendering",
                        "There is no such " + what + " of yours.",
                        "Nothing was done.",
                        "Check the id, and that you are signed in to the right account."));
    }
}
