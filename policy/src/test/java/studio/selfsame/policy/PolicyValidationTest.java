package studio.selfsame.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A policy that cannot be trusted to mean what it says stops the start. */
class PolicyValidationTest {
    private static final PolicySource BUNDLED = PolicySource.bundled();

    @ParameterizedTest
    @ValueSource(
            strings = {
                // misspelled attribute, wrong type, unknown action, unknown entity type, cannot ever apply, no syntax
                "@id(\"x\")@reason(\"x\")forbid(principal,action==Action::\"CreateLikeness\",resource)when{resource.stat==\"x\"};",
                "@id(\"x\")@reason(\"x\")forbid(principal,action==Action::\"CreateLikeness\",resource)when{resource.state>3};",
                "@id(\"x\")@reason(\"x\")forbid(principal,action==Action::\"Createlikeness\",resource);",
                "@id(\"x\")@reason(\"x\")forbid(principal is Persona,action==Action::\"CreateLikeness\",resource);",
                "@id(\"x\")@reason(\"x\")forbid(principal,action==Action::\"CreateLikeness\",resource)when{false};",
                "@id(\"x\")@reason(\"x\")forbid(principal,action==Action::\"CreateLikeness\",resource",
                // annotations and scope that this module asks for
                "@reason(\"x\")forbid(principal,action==Action::\"CreateLikeness\",resource);",
                "@id(\"x\")forbid(principal,action==Action::\"CreateLikeness\",resource);",
                "@id(\"x\")@reason(\"x\")permit(principal,action==Action::\"CreateLikeness\",resource);",
                "@id(\"x\")@reason(\"x\")forbid(principal,action,resource);",
                "@id(\"x\")@reason(\"x\")@otherwise(\"x\")@basis(\"mine\")permit(principal,action==Action::\"CreateLikeness\",resource);",
                "@id(\"consent-withdrawn\")@reason(\"x\")forbid(principal,action==Action::\"CreateLikeness\",resource);"
            })
    void start_badPolicy_isStopped(String policy) {
        var source = new PolicySource(BUNDLED.schema(), BUNDLED.policies() + policy);
        assertThatThrownBy(() -> new PolicyDecisionPoint(source)).isInstanceOf(InvalidPolicyException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"entity Person", "", "entity Person = { verified: Bool };"})
    void start_badSchema_isStopped(String schema) {
        var source = new PolicySource(schema, BUNDLED.policies());
        assertThatThrownBy(() -> new PolicyDecisionPoint(source)).isInstanceOf(InvalidPolicyException.class);
    }

    @Test
    void start_noPolicies_isStopped() {
        var source = new PolicySource(BUNDLED.schema(), "");
        assertThatThrownBy(() -> new PolicyDecisionPoint(source)).isInstanceOf(InvalidPolicyException.class);
    }

    @Test
    void files_inTheSourceTree_areAllLoaded() throws IOException {
        try (var files = Files.list(Path.of("src/main/resources"))) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".cedar")))
                    .containsExactlyInAnyOrderElementsOf(PolicySource.FILES);
        }
    }

    @Test
    void forbids_ofAnyKind_neverNameWithdrawal() {
        assertThat(new ValidPolicies(BUNDLED).texts())
                .filteredOn(text -> !text.permits())
                .isNotEmpty()
                .noneMatch(text -> text.appliesTo(PolicyAction.WITHDRAW_CONSENT));
    }

    @Test
    void explanations_ofAllPolicies_areSentencesInPlainWords() {
        assertThat(new ValidPolicies(BUNDLED).texts())
                .isNotEmpty()
                .allSatisfy(text -> assertThat(text.explanation()).matches("[A-Z].{20,}\\."));
    }
}
