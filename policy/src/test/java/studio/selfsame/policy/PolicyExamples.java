package studio.selfsame.policy;

import static studio.selfsame.policy.Asked.allInOrder;
import static studio.selfsame.policy.Asked.verifiedFor;
import static studio.selfsame.policy.PolicyAction.CREATE_LIKENESS;
import static studio.selfsame.policy.PolicyAction.DELIVER_OUTPUT;
import static studio.selfsame.policy.PolicyAction.RENDER_PERFORMANCE;
import static studio.selfsame.policy.PolicyAction.WITHDRAW_CONSENT;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What the policies are meant to say, case by case. */
final class PolicyExamples {
    private PolicyExamples() {}

    /** @param answer {@code permit} or {@code deny}, then the ids in order */
    record Example(String name, PolicyRequest request, List<String> answer) {
        boolean holds(PolicyDecisionPoint point) {
            return describe(point.decide(request)).equals(answer);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static List<String> describe(Decision decision) {
        var answer = new ArrayList<String>();
        switch (decision) {
            case Decision.Permit(var ids) -> {
                answer.add("permit");
                answer.addAll(ids);
            }
            case Decision.Deny(var reasons) -> {
                answer.add("deny");
                reasons.forEach(reason -> answer.add(reason.policyId()));
            }
        }
        return answer;
    }

    static List<Example> all() {
        var examples = new ArrayList<Example>();
        for (var action : List.of(CREATE_LIKENESS, RENDER_PERFORMANCE, DELIVER_OUTPUT)) {
            var fine = allInOrder(action);
            var grantId = action == CREATE_LIKENESS ? "create-not-granted" : "use-not-granted";
            var name = action.cedarId() + ": ";
            examples.add(example(name + "own, granted, freshly verified", fine, "permit", "own-likeness"));
            examples.add(example(name + "somebody else's", fine.ofSomebodyElse(), "deny", "own-likeness"));
            examples.add(example(name + "withdrawn", fine.with(ConsentState.WITHDRAWN), "deny", "consent-withdrawn"));
            examples.add(example(name + "nothing given", fine.with(ConsentState.OPEN), "deny", "consent-not-given"));
            examples.add(
                    example(name + "not verified", fine.with(new Verification.None()), "deny", "verification-missing"));
            examples.add(example(
                    name + "verified 30 days ago",
                    fine.with(verifiedFor(Duration.ofDays(30))),
                    "permit",
                    "own-likeness"));
            examples.add(example(
                    name + "verified 31 days ago",
                    fine.with(verifiedFor(Duration.ofDays(31))),
                    "deny",
                    "verification-stale"));
            examples.add(example(
                    name + "verified in two days",
                    fine.with(verifiedFor(Duration.ofDays(-2))),
                    "deny",
                    "verification-from-the-future"));
            examples.add(example(
                    name + "only the other grant",
                    fine.granted(action != CREATE_LIKENESS, action == CREATE_LIKENESS),
                    "deny",
                    grantId));
            examples.add(example(
                    name + "everything at once",
                    fine.ofSomebodyElse()
                            .with(new Verification.None())
                            .with(ConsentState.OPEN)
                            .granted(false, false),
                    "deny",
                    "consent-not-given",
                    action == CREATE_LIKENESS ? "create-not-granted" : "own-likeness",
                    action == CREATE_LIKENESS ? "own-likeness" : "use-not-granted",
                    "verification-missing"));
        }
        var withdrawal = allInOrder(WITHDRAW_CONSENT);
        examples.add(example("WithdrawConsent: owner", withdrawal, "permit", "owner-may-withdraw"));
        examples.add(example(
                "WithdrawConsent: owner, unverified, nothing granted",
                withdrawal.with(new Verification.None()).with(ConsentState.OPEN).granted(false, false),
                "permit",
                "owner-may-withdraw"));
        examples.add(example(
                "WithdrawConsent: an operator for somebody else",
                withdrawal.ofSomebodyElse().with(Set.of(PolicyRole.OPERATOR)),
                "deny",
                "owner-may-withdraw"));
        return examples;
    }

    private static Example example(String name, Asked asked, String... answer) {
        return new Example(name, asked.request(), List.of(answer));
    }
}
