package studio.selfsame.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Every combination of facts there is, against {@link PolicyOracle}. */
class PolicyEnumerationTest {
    private static final List<Verification> VERIFICATIONS = List.of(
            new Verification.None(),
            new Verification.Approved(Duration.ofDays(-2)),
            new Verification.Approved(Duration.ofDays(30)),
            new Verification.Approved(Duration.ofDays(31)));

    @Test
    void decide_everyCombination_agreesWithTheOracle() {
        var point = new PolicyDecisionPoint();
        var disagreements = new ArrayList<String>();
        int asked = 0;
        for (var combination : combinations()) {
            asked++;
            var answer = PolicyExamples.describe(point.decide(combination.request()));
            if (!answer.equals(PolicyOracle.answer(combination))) {
                disagreements.add(combination + " -> " + answer);
            }
        }
        assertThat(disagreements).isEmpty();
        assertThat(asked).isEqualTo(4 * 4 * 3 * 2 * 2 * 2 * 8);
    }

    private static List<Asked> combinations() {
        var all = new ArrayList<Asked>();
        for (var action : PolicyAction.values()) {
            for (var verification : VERIFICATIONS) {
                for (var state : ConsentState.values()) {
                    for (int bits = 0; bits < 64; bits++) {
                        all.add(new Asked(
                                action, on(bits, 0), verification, state, on(bits, 1), on(bits, 2), roles(bits >> 3)));
                    }
                }
            }
        }
        return all;
    }

    private static Set<PolicyRole> roles(int bits) {
        var roles = EnumSet.noneOf(PolicyRole.class);
        for (var role : PolicyRole.values()) {
            if (on(bits, role.ordinal())) {
                roles.add(role);
            }
        }
        return roles;
    }

    private static boolean on(int bits, int bit) {
        return (bits >> bit & 1) == 1;
    }
}
