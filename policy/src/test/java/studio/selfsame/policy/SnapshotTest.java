package studio.selfsame.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The snapshot is what a decision's record keeps of the facts: whatever a decision may look at must be in it. */
class SnapshotTest {
    @ParameterizedTest
    @EnumSource(
            value = PolicyAction.class,
            names = {"DELIVER_OUTPUT", "APPROVE_USE"})
    void snapshot_anyOneFactOtherwise_readsOtherwise(PolicyAction action) {
        var draft = Draft.underRelease(action);
        draft.revokedFrom = LocalDate.of(2028, 1, 1);
        draft.approvedBy = Draft.COLLEAGUE;
        draft.content = new Content.Declared(Set.of(ContentFlag.HEALTH));
        var request = draft.request();
        var others = OtherFacts.than(request);
        assertThat(others).hasSizeGreaterThan(60);
        for (var other : others) {
            assertThat(other.request().snapshot()).as(other.fact()).isNotEqualTo(request.snapshot());
            assertThat(other.request().snapshotHash()).as(other.fact()).isNotEqualTo(request.snapshotHash());
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = PolicyAction.class,
            names = {"DELIVER_OUTPUT", "APPROVE_USE"})
    void snapshot_sameFacts_readsTheSame(PolicyAction action) {
        assertThat(Draft.underRelease(action).request().snapshot())
                .isEqualTo(Draft.underRelease(action).request().snapshot())
                .contains("release.revokedFrom=none");
    }
}
