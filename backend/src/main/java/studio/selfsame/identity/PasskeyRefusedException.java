package studio.selfsame.identity;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import studio.selfsame.problem.Problem;
import studio.selfsame.problem.ProblemException;

/** A ceremony that did not succeed. Carries all reasons. */
final class PasskeyRefusedException extends ProblemException {
    private final List<PasskeyReason> reasons;

    PasskeyRefusedException(Collection<PasskeyReason> reasons) {
        super(
                Kind.REFUSED,
                new Problem(
                        PasskeyProblems.STAGE,
                        reasons.stream().map(PasskeyReason::text).collect(Collectors.joining(" ")),
                        "Nothing was signed, registered or confirmed, and this question is spent.",
                        "Begin again, on the studio's own page, and answer with a passkey of your account."));
        this.reasons = List.copyOf(reasons);
    }

    /** @param policyId as every refusal names its reasons, of a policy or not, e.g. {@code origin-differs} */
    record Reason(String policyId, String text) {}

    @Override
    public Map<String, Object> particulars() {
        return Map.of(
                "reasons",
                reasons.stream()
                        .map(reason -> new Reason(Codes.of(reason), reason.text()))
                        .toList());
    }
}
