package studio.selfsame.policy;

import java.time.Instant;

/**
 * May this requester do this with that likeness? All facts a decision looks at, and nothing else.
 *
 * @param at now; what a release's days are reckoned from
 */
public record PolicyRequest(
        PolicyAction action, Requester requester, Instant at, LikenessFacts likeness, Matter matter) {

    /** @throws IllegalArgumentException when action and matter do not go together */
    public PolicyRequest {
        switch (matter) {
            case Matter.Use use -> {
                var faults = new Faults();
                faults.when(action.onRelease(), action.cedarId() + " is about a release, and none is given.");
                faults.when(use.under().isPresent() && !action.uses(), action.cedarId() + " cannot rely on a release.");
                faults.when(
                        use.output().isPresent() && action != PolicyAction.DELIVER_OUTPUT,
                        action.cedarId() + " knows no output yet.");
                faults.check();
            }
            case Matter.Step step -> {
                var faults = new Faults();
                faults.when(!action.onRelease(), action.cedarId() + " is about a likeness and what is done with it.");
                faults.when(
                        step.useAskedBy().isPresent() != (action == PolicyAction.APPROVE_USE),
                        "Whose use it is belongs to ApproveUse, and to nothing else.");
                faults.when(
                        !step.release().likeness().equals(likeness.id()),
                        "The release is about another likeness than the one that is given.");
                faults.check();
            }
        }
    }

    /** A use of one's own likeness of which nothing more is known. */
    public static PolicyRequest own(PolicyAction action, Requester requester, Instant at, LikenessFacts likeness) {
        return new PolicyRequest(action, requester, at, likeness, Matter.Use.own());
    }

    /**
     * The facts as text, the same for the same facts: one {@code name=value} a line. Its hash is what the record of a
     * decision keeps as the entities' snapshot.
     */
    public String snapshot() {
        return Snapshot.of(this);
    }

    /** SHA-256 of {@link #snapshot()}, 64 hex digits. */
    public String snapshotHash() {
        return Sha256.hex(snapshot());
    }

    /** What a use relies on, as the permits' {@code @basis} names it. */
    String basis() {
        return matter instanceof Matter.Use use && use.under().isPresent() ? "release" : "own";
    }
}
