package studio.selfsame.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.cedarpolicy.model.entity.Entity;
import com.cedarpolicy.value.PrimBool;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PolicyDecisionPointTest {
    private static final PolicyDecisionPoint POINT = new PolicyDecisionPoint();

    @Test
    void decide_examples_answersEachWithAllIds() {
        assertThat(PolicyExamples.all())
                .isNotEmpty()
                .filteredOn(example -> !example.holds(POINT))
                .isEmpty();
    }

    static Stream<Arguments> ages() {
        var limit = Duration.ofDays(30);
        return Stream.of(
                Arguments.of(Duration.ZERO, true),
                Arguments.of(limit.minusNanos(1), true),
                Arguments.of(limit, true),
                Arguments.of(limit.plusNanos(1), false),
                Arguments.of(limit.plusDays(1), false),
                Arguments.of(Duration.ofDays(100_000), false),
                Arguments.of(Duration.ofHours(-23), true),
                Arguments.of(Duration.ofDays(-1), false));
    }

    @ParameterizedTest
    @MethodSource("ages")
    void decide_verificationAge_isFreshUpToThirtyDays(Duration age, boolean fresh) {
        var draft = Draft.own(PolicyAction.RENDER_PERFORMANCE);
        draft.verification = new Verification.Approved(age);
        var decision = POINT.decide(draft.request());
        assertThat(decision instanceof Decision.Permit).isEqualTo(fresh);
    }

    @Test
    void decide_refusal_isToldInPlainWords() {
        var request = Asked.of(PolicyAction.RENDER_PERFORMANCE, false, Twist.STRANGER, Twist.USE_NOT_GRANTED)
                .request();
        assertThat(POINT.decide(request))
                .isEqualTo(new Decision.Deny(List.of(
                        new Decision.Reason(
                                "own-likeness", "This is not your own likeness. Only the person it shows can use it."),
                        new Decision.Reason(
                                "use-not-granted", "The person shown has not granted that their likeness is used."))));
    }

    @Test
    void decide_factsThatDoNotFitTheSchema_areRefusedAsAnError() {
        var decision = POINT.decide(Draft.own(PolicyAction.RENDER_PERFORMANCE).request(), request -> {
            var facts = CedarFacts.of(request);
            var bare = new Entity(facts.principal(), Map.of("verified", new PrimBool(true)), Set.of());
            var likeness = facts.entities().stream()
                    .filter(entity -> entity.getEUID().equals(facts.resource()))
                    .findFirst()
                    .orElseThrow();
            return new CedarFacts(
                    facts.principal(), facts.action(), facts.resource(), Set.of(bare, likeness), facts.context());
        });
        assertThat(PolicyExamples.describe(decision)).containsExactly("deny", Decision.ERROR);
    }

    @Test
    void decide_likenessUnknownToTheEngine_isRefusedAsAnError() {
        var decision = POINT.decide(Draft.own(PolicyAction.RENDER_PERFORMANCE).request(), request -> {
            var facts = CedarFacts.of(request);
            return new CedarFacts(facts.principal(), facts.action(), facts.resource(), Set.of(), facts.context());
        });
        assertThat(PolicyExamples.describe(decision)).containsExactly("deny", Decision.ERROR);
    }

    @Test
    void decide_contextThatLacksAFact_isRefusedAsAnError() {
        var decision = POINT.decide(Draft.own(PolicyAction.RENDER_PERFORMANCE).request(), request -> {
            var facts = CedarFacts.of(request);
            return new CedarFacts(facts.principal(), facts.action(), facts.resource(), facts.entities(), Map.of());
        });
        assertThat(PolicyExamples.describe(decision)).containsExactly("deny", Decision.ERROR);
    }

    @Test
    void decide_translationThrows_isRefusedAsAnError() {
        var decision = POINT.decide(Draft.own(PolicyAction.WITHDRAW_CONSENT).request(), request -> {
            throw new IllegalStateException("broken");
        });
        assertThat(PolicyExamples.describe(decision)).containsExactly("deny", Decision.ERROR);
    }

    @Test
    void decide_overflowInsideOnePolicy_isRefusedAsAnErrorAlthoughAPermitMatches() {
        var overflowing = """

                @id("overflows")
                @reason("never")
                forbid (principal, action == Action::"RenderPerformance", resource)
                when { 9223372036854775807 + principal.verificationAgeDays == 0 };
                """;
        var bundled = PolicySource.bundled();
        var point = new PolicyDecisionPoint(new PolicySource(bundled.schema(), bundled.policies() + overflowing));
        var decision = point.decide(Draft.own(PolicyAction.RENDER_PERFORMANCE).request());
        assertThat(PolicyExamples.describe(decision)).containsExactly("deny", Decision.ERROR);
    }

    @Test
    void decide_manyThreads_answersEachItsOwn() throws Exception {
        var examples = PolicyExamples.all().subList(0, 100);
        Callable<Set<Boolean>> work =
                () -> examples.stream().map(example -> example.holds(POINT)).collect(Collectors.toSet());
        try (var threads = Executors.newFixedThreadPool(4)) {
            for (var held : threads.invokeAll(Collections.nCopies(4, work))) {
                assertThat(held.get()).containsExactly(true);
            }
        }
    }

    @Test
    void hashes_ofTheSameText_areStableAndTellTextsApart() {
        assertThat(POINT.policySetHash()).matches("[0-9a-f]{64}").isEqualTo(new PolicyDecisionPoint().policySetHash());
        assertThat(POINT.schemaHash()).matches("[0-9a-f]{64}").isNotEqualTo(POINT.policySetHash());
    }
}
