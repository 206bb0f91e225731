package studio.selfsame.policy;

import java.util.stream.Collectors;

/** May this requester do this with that likeness? All facts a decision looks at, and nothing else. */
public record PolicyRequest(PolicyAction action, Requester requester, LikenessFacts likeness) {

    /**
     * The facts as text, the same for the same facts: one {@code name=value} a line, ids and codes only. Its hash is
     * what the record of a decision keeps as the entities' snapshot.
     */
    public String snapshot() {
        var verification = switch (requester.verification()) {
            case Verification.None() -> "none";
            case Verification.Approved approved -> approved.daysBegun() + "d";
        };
        var roles =
                requester.roles().stream().map(PolicyRole::cedarText).sorted().collect(Collectors.joining(","));
        return String.join(
                "\n",
                "action=" + action.cedarId(),
                "person=" + requester.id(),
                "verification=" + verification,
                "roles=" + roles,
                "likeness=" + likeness.id(),
                "owner=" + likeness.owner(),
                "state=" + likeness.state().cedarText(),
                "create=" + likeness.createGranted(),
                "use=" + likeness.useGranted());
    }

    /** SHA-256 of {@link #snapshot()}, 64 hex digits. */
    public String snapshotHash() {
        return Sha256.hex(snapshot());
    }
}
