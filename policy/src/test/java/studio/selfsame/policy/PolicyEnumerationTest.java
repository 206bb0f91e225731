package studio.selfsame.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static studio.selfsame.policy.Twist.*;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every combination of facts that an action has most to do with, and every pair of all, against {@link PolicyOracle}. */
class PolicyEnumerationTest {
    private static final PolicyDecisionPoint POINT = new PolicyDecisionPoint();

    private static final List<Twist> OF_ONESELF = List.of(
            STRANGER,
            UNVERIFIED,
            STALE,
            OPEN,
            WITHDRAWN,
            CREATE_NOT_GRANTED,
            USE_NOT_GRANTED,
            PASSWORD_ONLY,
            SIGNED_IN_LONG_AGO,
            MINOR,
            DECEASED,
            FIGURE_UNCONFIRMED,
            ON_HOLD,
            TAKEN_DOWN,
            OPERATOR);
    /** The fifteenth fact is whether the use relies on a release. */
    private static final List<Twist> OF_A_USE = List.of(
            THE_PERSON_SHOWN,
            NO_ORGANISATION,
            NO_PRODUCER,
            NO_OPERATOR,
            WITHDRAWN,
            DECEASED,
            ESTATE,
            PAPERS_CHECKED,
            STUDIO_SIGNATURE_FLIPPED,
            REVOKED,
            MORE_TERRITORIES,
            WORLDWIDE,
            REVIEWER_APPROVES,
            APPROVED_BY_ASKER);

    private static final List<Twist> OF_A_RELEASE = List.of(
            STRANGER,
            THE_PERSON_SHOWN,
            UNVERIFIED,
            PASSWORD_ONLY,
            OTHER_ORGANISATION,
            NO_RIGHTS_MANAGER,
            NO_REVIEWER,
            NO_OPERATOR,
            WITHDRAWN,
            CLEARED_MINOR,
            GUARDIAN,
            PAPERS_CHECKED,
            STUDIO_SIGNATURE_FLIPPED,
            TALENT_APPROVES,
            REVOKED);

    private static final List<Asked> PAIRED = List.of(
            Asked.of(PolicyAction.CREATE_LIKENESS, false),
            Asked.of(PolicyAction.CREATE_LIKENESS, true),
            Asked.of(PolicyAction.DELIVER_OUTPUT, false),
            Asked.of(PolicyAction.DELIVER_OUTPUT, true),
            Asked.of(PolicyAction.COUNTERSIGN_RELEASE, true),
            Asked.of(PolicyAction.APPROVE_USE, true));

    @ParameterizedTest
    @EnumSource(PolicyAction.class)
    void decide_everyCombination_agreesWithTheOracle(PolicyAction action) {
        var all = action.uses()
                ? Stream.concat(combinations(action, false, OF_A_USE), combinations(action, true, OF_A_USE))
                : combinations(action, action.onRelease(), action.onRelease() ? OF_A_RELEASE : OF_ONESELF);
        var asked = new LongAdder();
        assertThat(disagreements(all.peek(one -> asked.increment()))).isEmpty();
        assertThat(asked.sum()).isEqualTo(1 << 15);
    }

    private static Stream<Asked> combinations(PolicyAction action, boolean underRelease, List<Twist> twists) {
        return IntStream.range(0, 1 << twists.size()).mapToObj(bits -> {
            var chosen = EnumSet.noneOf(Twist.class);
            for (int bit = 0; bit < twists.size(); bit++) {
                if ((bits >> bit & 1) == 1) {
                    chosen.add(twists.get(bit));
                }
            }
            return new Asked(action, underRelease, chosen);
        });
    }

    @Test
    void decide_everyPairOfAllFacts_agreesWithTheOracle() {
        var pairs = new ArrayList<Asked>();
        for (var base : PAIRED) {
            for (var one : Twist.values()) {
                for (var other : Twist.values()) {
                    if (one.compareTo(other) <= 0) {
                        pairs.add(base.and(one).and(other));
                    }
                }
            }
        }
        assertThat(disagreements(pairs.stream())).isEmpty();
    }

    /** Facts that come about in several ways, or that the action has nothing to do with, make the same request: asked once. */
    private static List<String> disagreements(Stream<Asked> all) {
        var byRequest = all.collect(Collectors.toMap(Asked::request, Function.identity(), (first, again) -> first));
        return byRequest.entrySet().parallelStream()
                .flatMap(one -> disagreement(one.getValue(), one.getKey()))
                .toList();
    }

    private static Stream<String> disagreement(Asked asked, PolicyRequest request) {
        var answer = PolicyExamples.describe(POINT.decide(request));
        var expected = PolicyOracle.answer(request);
        return answer.equals(expected)
                ? Stream.empty()
                : Stream.of(asked + " is answered " + answer + " and should be " + expected);
    }
}
