package studio.selfsame.identity;

import java.util.UUID;
import studio.selfsame.problem.Problem;
import studio.selfsame.problem.ProblemException;
import studio.selfsame.problem.ProblemException.Kind;

/** Why something about passkeys cannot be done, before any ceremony. */
final class PasskeyProblems {
    static final String STAGE = "passkey";

    private PasskeyProblems() {}

    static ProblemException none() {
        return problem(
                Kind.REFUSED,
                "your account has no passkey",
                "Nothing was begun.",
                "Register a passkey first, then try again.");
    }

    static ProblemException elsewhere(String origin, PasskeySettings settings) {
        return problem(
                Kind.REFUSED,
                "this page was opened at `" + origin + "`, and the passkeys of this studio belong to `"
                        + settings.relyingParty() + "`",
                "Nothing was begun: your browser would not find them.",
                "Open the studio at " + settings.anOrigin() + " and sign in there.");
    }

    static ProblemException stepUpFirst() {
        return problem(
                Kind.REFUSED,
                "your account has a passkey, and it was not used in the last 15 minutes of this sign-in",
                "Nothing was changed.",
                "Confirm with a passkey that you have, then try again.");
    }

    static ProblemException signInFirst() {
        return problem(
                Kind.REFUSED,
                "you signed in more than 15 minutes ago",
                "No passkey was registered.",
                "Sign out, sign in again, and register your passkey right after.");
    }

    static ProblemException tooMany(int most) {
        return problem(
                Kind.CONFLICT,
                "your account has " + most + " passkeys already",
                "No passkey was registered.",
                "Revoke one that you do not use any more.");
    }

    static ProblemException unknown(UUID id) {
        return problem(
                Kind.UNKNOWN,
                "there is no passkey `" + id + "` of yours",
                "Nothing was changed.",
                "Look at /api/passkeys for yours.");
    }

    private static ProblemException problem(Kind kind, String cause, String consequence, String remedy) {
        return new ProblemException(kind, new Problem(STAGE, cause, consequence, remedy));
    }
}
