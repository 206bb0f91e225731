package studio.selfsame.consent;

import java.util.List;

/** The answer to "may this be done?", with all reasons. */
public sealed interface AuthorizationDecision {
    record Permitted(Authorization authorization, List<String> policyIds) implements AuthorizationDecision {}

    /** @param reasons every reason in plain words, at least one */
    record Refused(List<Reason> reasons) implements AuthorizationDecision {}

    /** @param policyId the policy's id, or {@code no-permit} / {@code decision-error} */
    record Reason(String policyId, String text) {}
}
