package studio.selfsame.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each policy spoilt in every simple way must stop the start, or make one of the {@link PolicyExamples} fail. */
class PolicyMutationTest {
    private static final Pattern POLICY = Pattern.compile("@id\\(\"([^\"]+)\"\\).*?;\\n", Pattern.DOTALL);
    private static final Pattern CONDITION = Pattern.compile("\\n(when|unless)(?=\\s+\\{)");
    private static final Pattern ACTION = Pattern.compile("Action::\"\\w+\"(,\\s*)?");
    private static final Pattern COMPARISON = Pattern.compile("(?<=\\s)(==|!=|>=|<=|<|>|\\|\\||&&)(?=\\s)");
    private static final Pattern NOT = Pattern.compile("!(?=[\\w(])");
    private static final PolicySource BUNDLED = PolicySource.bundled();
    private static final List<PolicyExamples.Example> EXAMPLES = PolicyExamples.all();

    record Mutant(String id, String name, String policies) {
        /** The examples most likely to notice come first: those that the policy decides. */
        boolean isNoticed() {
            PolicyDecisionPoint point;
            try {
                point = new PolicyDecisionPoint(new PolicySource(BUNDLED.schema(), policies));
            } catch (InvalidPolicyException stopped) {
                return true;
            }
            return EXAMPLES.stream()
                    .sorted(Comparator.comparing(this::distance))
                    .anyMatch(example -> !example.holds(point));
        }

        private int distance(PolicyExamples.Example example) {
            boolean decided = example.answer().contains(id);
            return decided ? example.answer().size() : example.answer().contains("permit") ? 10 : 20;
        }

        @Override
        public String toString() {
            return id + " " + name;
        }
    }

    private static Stream<Mutant> mutants() {
        var text = BUNDLED.policies();
        return POLICY.matcher(text)
                .results()
                .flatMap(found -> spoilt(found.group())
                        .map(mutation -> new Mutant(
                                found.group(1), mutation.name(), text.replace(found.group(), mutation.policies()))));
    }

    private static Stream<Mutant> spoilt(String policy) {
        var mutations = new ArrayList<Mutant>();
        mutations.add(new Mutant("", "deleted", ""));
        mutations.add(new Mutant(
                "",
                "negated",
                CONDITION
                        .matcher(policy)
                        .replaceFirst(found -> "\n" + (found.group(1).equals("when") ? "unless" : "when"))));
        ACTION.matcher(policy)
                .results()
                .filter(action -> policy.contains("action in"))
                .forEach(action -> {
                    var without = policy.substring(0, action.start()) + policy.substring(action.end());
                    mutations.add(new Mutant("", "without " + action.group(), without.replaceFirst(",\\s*]", "]")));
                });
        COMPARISON
                .matcher(policy)
                .results()
                .filter(found -> !policy.substring(0, found.start()).endsWith("action"))
                .forEach(found -> mutations.add(new Mutant(
                        "",
                        "with another " + found.group() + " at " + found.start(),
                        policy.substring(0, found.start()) + instead(found.group()) + policy.substring(found.end()))));
        NOT.matcher(policy)
                .results()
                .forEach(found -> mutations.add(new Mutant(
                        "",
                        "without ! at " + found.start(),
                        policy.substring(0, found.start()) + policy.substring(found.end()))));
        return mutations.stream();
    }

    private static String instead(String comparison) {
        return switch (comparison) {
            case "==" -> "!=";
            case "!=" -> "==";
            case ">=" -> ">";
            case "<=" -> "<";
            case "<" -> "<=";
            case ">" -> ">=";
            case "&&" -> "||";
            case "||" -> "&&";
            default -> throw new AssertionError(comparison);
        };
    }

    @Test
    void decide_spoiltPolicies_areAllNoticed() {
        assertThat(mutants().parallel().filter(mutant -> !mutant.isNoticed()).map(Mutant::toString))
                .isEmpty();
    }

    @Test
    void mutants_ofEveryPolicy_areDeletedAndNegated() {
        int policies = BUNDLED.policies().split("@id\\(").length - 1;
        assertThat(mutants())
                .filteredOn(mutant -> mutant.name().equals("deleted"))
                .hasSize(policies);
        assertThat(mutants())
                .filteredOn(mutant -> mutant.name().equals("negated"))
                .hasSize(policies)
                .allSatisfy(mutant -> assertThat(mutant.policies()).isNotEqualTo(BUNDLED.policies()));
    }
}
