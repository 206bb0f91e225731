package studio.selfsame.consent;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import studio.selfsame.policy.Decision;
import studio.selfsame.policy.PolicyRequest;

/**
 * What policy said of one use: a use may need several actions, and all of them must be permitted.
 *
 * @param answers empty when no policy could be asked
 * @param reasons why not, each once; empty only when every answer is a permit
 */
record Ruling(List<Answer> answers, List<AuthorizationDecision.Reason> reasons) {
    record Answer(PolicyRequest request, Decision decision) {}

    static Ruling of(List<Answer> answers) {
        var reasons = new LinkedHashSet<AuthorizationDecision.Reason>();
        for (var answer : answers) {
            if (answer.decision() instanceof Decision.Deny(var denied)) {
                denied.forEach(
                        reason -> reasons.add(new AuthorizationDecision.Reason(reason.policyId(), reason.text())));
            }
        }
        return new Ruling(List.copyOf(answers), List.copyOf(reasons));
    }

    static Ruling refused(AuthorizationDecision.Reason reason) {
        return new Ruling(List.of(), List.of(reason));
    }

    Ruling and(List<AuthorizationDecision.Reason> more) {
        var all = new ArrayList<>(more);
        all.addAll(reasons);
        return new Ruling(answers, List.copyOf(all));
    }

    boolean permitted() {
        return !answers.isEmpty() && reasons.isEmpty();
    }

    /** Ids of the permits that matched. */
    List<String> permits() {
        var ids = new LinkedHashSet<String>();
        for (var answer : answers) {
            if (answer.decision() instanceof Decision.Permit(var matched)) {
                ids.addAll(matched);
            }
        }
        return List.copyOf(ids);
    }
}
