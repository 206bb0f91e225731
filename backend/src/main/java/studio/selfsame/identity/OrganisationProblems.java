package studio.selfsame.identity;

import studio.selfsame.problem.Problem;
import studio.selfsame.problem.ProblemException;
import studio.selfsame.problem.ProblemException.Kind;

/** Why something about an organisation cannot be done. */
final class OrganisationProblems {
    static final String STAGE = "organisation";
    static final String NOTHING_CHANGED = "Nothing was changed.";
    static final String ROLES = "Use one or more of producer, rights-manager, reviewer and operator.";

    private OrganisationProblems() {}

    /** For everybody who is not of it, whether it exists or not. */
    static ProblemException unknown(OrganisationId id) {
        return problem(
                Kind.UNKNOWN,
                "there is no organisation `" + id.value() + "` of yours",
                "Look at /api/organisations for yours.");
    }

    static ProblemException notAMember(PersonId person) {
        return problem(
                Kind.UNKNOWN,
                "`" + person.value() + "` is no member of this organisation",
                "Look at the organisation's members.");
    }

    static ProblemException studioOperatorsOnly() {
        return problem(
                Kind.REFUSED,
                "only an operator of the studio may let a new organisation in",
                "Ask the studio's operator.");
    }

    static ProblemException operatorsOnly() {
        return problem(
                Kind.REFUSED,
                "only an operator of the organisation may change who is in it",
                "Ask one of them; its members see who they are.");
    }

    static ProblemException lastOperator() {
        return problem(
                Kind.CONFLICT,
                "this is the organisation's last operator, and without one nobody could change who is in it",
                "Make somebody else an operator first.");
    }

    static ProblemException unknownInvitation() {
        return problem(
                Kind.UNKNOWN,
                "there is no such invitation",
                "Copy the whole token again, or ask for a new invitation.");
    }

    static ProblemException invitationRefused(String reasons) {
        return problem(Kind.REFUSED, reasons, "Ask an operator of the organisation for a new invitation.");
    }

    private static ProblemException problem(Kind kind, String cause, String remedy) {
        return new ProblemException(kind, new Problem(STAGE, cause, NOTHING_CHANGED, remedy));
    }
}
