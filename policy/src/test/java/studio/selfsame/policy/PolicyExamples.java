package studio.selfsame.policy;

import static studio.selfsame.policy.Twist.*;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What the policies are meant to say, case by case. */
final class PolicyExamples {
    /** Facts that mean something only together. */
    private static final List<Set<Twist>> TOGETHER = List.of(
            Set.of(FIGURE_CONFIRMED, AS_CHARACTER),
            Set.of(FIGURE_UNCONFIRMED, AS_CHARACTER),
            Set.of(TALENT_APPROVES, APPROVED_BY_COLLEAGUE),
            Set.of(TALENT_APPROVES, APPROVED_BY_TALENT),
            Set.of(TALENT_APPROVES, THE_PERSON_SHOWN),
            Set.of(TALENT_APPROVES, THE_PERSON_SHOWN, NO_REVIEWER),
            Set.of(NOBODY_APPROVES, THE_PERSON_SHOWN, NO_REVIEWER),
            Set.of(THE_PERSON_SHOWN, STRANGER_SIGNS, NO_ORGANISATION),
            Set.of(STRANGER, STRANGER_SIGNS, NO_ORGANISATION),
            Set.of(STRANGER, STRANGER_SIGNS, OTHER_ORGANISATION),
            Set.of(STRANGER, OTHER_ORGANISATION),
            Set.of(CLEARED_MINOR, PAPERS_CHECKED),
            Set.of(CLEARED_MINOR, GUARDIAN),
            Set.of(CLEARED_MINOR, GUARDIAN, PAPERS_CHECKED),
            Set.of(CLEARED_MINOR, GUARDIAN, PAPERS_CHECKED, DECEASED),
            Set.of(CLEARED_MINOR, ESTATE, PAPERS_CHECKED),
            Set.of(MINOR, GUARDIAN, PAPERS_CHECKED),
            Set.of(GUARDIAN, PAPERS_CHECKED),
            Set.of(ESTATE, PAPERS_CHECKED),
            Set.of(DECEASED, PAPERS_CHECKED),
            Set.of(DECEASED, ESTATE),
            Set.of(DECEASED, ESTATE, PAPERS_CHECKED),
            Set.of(DECEASED, GUARDIAN, PAPERS_CHECKED),
            Set.of(NO_PRODUCER, NO_OPERATOR),
            Set.of(MORE_TERRITORIES, WORLDWIDE));

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

    /** Everything in order, and each thing that is not, for each action. */
    static List<Example> all() {
        var examples = new ArrayList<Example>();
        for (var base : Asked.allInOrder()) {
            examples.add(example(base));
            for (var twist : Twist.values()) {
                examples.add(example(base.and(twist)));
            }
            TOGETHER.forEach(twists ->
                    examples.add(example(new Asked(base.action(), base.underRelease(), EnumSet.copyOf(twists)))));
        }
        return examples;
    }

    static Example example(Asked asked) {
        var request = asked.request();
        return new Example(asked.toString(), request, PolicyOracle.answer(request));
    }
}
