package studio.selfsame.consent;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import studio.selfsame.problem.Problem;
import studio.selfsame.problem.ProblemException;

/** Not, or no longer, allowed. Carries all reasons. */
public final class AuthorizationRefusedException extends ProblemException {
    private final List<AuthorizationDecision.Reason> reasons;

    public AuthorizationRefusedException(String stage, List<AuthorizationDecision.Reason> reasons) {
        super(
                Kind.REFUSED,
                new Problem(
                        stage,
                        reasons.stream().map(AuthorizationDecision.Reason::text).collect(Collectors.joining(" ")),
                        "Nothing was made.",
                        "Each reason says what is missing. Consent can be given only by the person shown, in their own account."));
        this.reasons = List.copyOf(reasons);
    }

    @Override
    public Map<String, Object> particulars() {
        return Map.of("reasons", reasons);
    }

    public List<AuthorizationDecision.Reason> reasons() {
        return reasons;
    }
}
