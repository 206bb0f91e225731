package studio.selfsame.policy;

import java.util.List;

/** The answer to a {@link PolicyRequest}. */
public sealed interface Decision {
    /** Id of the reason given when the decision itself failed; what fails is refused. */
    String ERROR = "decision-error";

    /** @param policyIds the permits that matched, sorted, at least one */
    record Permit(List<String> policyIds) implements Decision {
        public Permit {
            policyIds = List.copyOf(policyIds);
        }
    }

    /** @param reasons every reason, sorted by policy id, at least one */
    record Deny(List<Reason> reasons) implements Decision {
        public Deny {
            reasons = List.copyOf(reasons);
        }
    }

    /**
     * @param policyId the policy's {@code @id}, or {@link #ERROR}
     * @param text why, in plain words, addressed to the person who asked
     */
    record Reason(String policyId, String text) {}
}
