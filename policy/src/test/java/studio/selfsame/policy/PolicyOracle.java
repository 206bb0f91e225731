package studio.selfsame.policy;

import java.util.List;
import java.util.TreeSet;

/** What the answer should be, written in plain Java from the rules' description and not from the policies. */
final class PolicyOracle {
    private PolicyOracle() {}

    static List<String> answer(Asked asked) {
        boolean allowed;
        var ids = new TreeSet<String>();
        if (asked.action() == PolicyAction.WITHDRAW_CONSENT) {
            allowed = asked.own();
            ids.add("owner-may-withdraw");
        } else {
            collectReasons(asked, ids);
            allowed = ids.isEmpty();
            if (allowed) {
                ids.add("own-likeness");
            }
        }
        return java.util.stream.Stream.concat(java.util.stream.Stream.of(allowed ? "permit" : "deny"), ids.stream())
                .toList();
    }

    private static void collectReasons(Asked asked, TreeSet<String> ids) {
        if (!asked.own()) {
            ids.add("own-likeness");
        }
        if (!(asked.verification() instanceof Verification.Approved approved)) {
            ids.add("verification-missing");
        } else if (approved.age().toHours() > 30 * 24) {
            ids.add("verification-stale");
        } else if (approved.age().toHours() <= -24) {
            ids.add("verification-from-the-future");
        }
        switch (asked.state()) {
            case OPEN -> ids.add("consent-not-given");
            case WITHDRAWN -> ids.add("consent-withdrawn");
            case GRANTED -> {}
        }
        boolean creating = asked.action() == PolicyAction.CREATE_LIKENESS;
        if (creating && !asked.createGranted()) {
            ids.add("create-not-granted");
        }
        if (!creating && !asked.useGranted()) {
            ids.add("use-not-granted");
        }
    }
}
