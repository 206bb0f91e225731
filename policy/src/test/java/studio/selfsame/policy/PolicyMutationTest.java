package studio.selfsame.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each policy spoilt in every simple way must make at least one of the {@link PolicyExamples} fail. */
class PolicyMutationTest {
    private static final Pattern POLICY = Pattern.compile("@id\\(\"([^\"]+)\"\\).*?;\\n", Pattern.DOTALL);
    private static final Pattern CONDITION = Pattern.compile("\\n(when|unless) \\{");
    private static final Pattern ACTION = Pattern.compile("Action::\"\\w+\"(, )?");
    private static final Pattern NUMBER = Pattern.compile("([<>]) (\\d+)");

    record Mutant(String name, String policies) {
        @Override
        public String toString() {
            return name;
        }
    }

    static List<Mutant> mutants() {
        var text = PolicySource.bundled().policies();
        var mutants = new ArrayList<Mutant>();
        POLICY.matcher(text).results().forEach(found -> {
            var id = found.group(1);
            var policy = found.group();
            spoilt(policy)
                    .forEach(mutation -> mutants.add(
                            new Mutant(id + " " + mutation.name(), text.replace(policy, mutation.policies()))));
        });
        return mutants;
    }

    private static Stream<Mutant> spoilt(String policy) {
        var mutations = new ArrayList<Mutant>();
        mutations.add(new Mutant("deleted", ""));
        mutations.add(new Mutant(
                "negated",
                CONDITION
                        .matcher(policy)
                        .replaceFirst(m -> "\n" + (m.group(1).equals("when") ? "unless" : "when") + " {")));
        ACTION.matcher(policy)
                .results()
                .filter(action -> policy.contains("action in"))
                .forEach(action -> {
                    var without = policy.substring(0, action.start()) + policy.substring(action.end());
                    mutations.add(new Mutant("without " + action.group(), without.replace(", ]", "]")));
                });
        NUMBER.matcher(policy)
                .results()
                .forEach(number -> mutations.add(new Mutant(
                        "with a day more", policy.replace(number.group(), number.group(1) + "= " + number.group(2)))));
        return mutations.stream();
    }

    @ParameterizedTest
    @MethodSource("mutants")
    void decide_spoiltPolicy_makesAnExampleFail(Mutant mutant) {
        var bundled = PolicySource.bundled();
        assertThat(mutant.policies()).isNotEqualTo(bundled.policies());
        var point = new PolicyDecisionPoint(new PolicySource(bundled.schema(), mutant.policies()));
        assertThat(PolicyExamples.all().stream().filter(example -> !example.holds(point)))
                .as("examples that notice `%s`", mutant)
                .isNotEmpty();
    }

    @Test
    void mutants_ofEveryPolicy_areDeletedAndNegated() {
        int policies = PolicySource.bundled().policies().split("@id\\(").length - 1;
        assertThat(mutants())
                .filteredOn(mutant -> mutant.name().endsWith(" deleted"))
                .hasSize(policies);
        assertThat(mutants())
                .filteredOn(mutant -> mutant.name().endsWith(" negated"))
                .hasSize(policies);
    }
}
