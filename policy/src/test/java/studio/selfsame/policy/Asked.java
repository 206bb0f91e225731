package studio.selfsame.policy;

import java.time.Duration;
import java.util.Set;
import java.util.UUID;

/** Builds requests for tests; starts from one where everything is in order. */
record Asked(
        PolicyAction action,
        boolean own,
        Verification verification,
        ConsentState state,
        boolean createGranted,
        boolean useGranted,
        Set<PolicyRole> roles) {
    private static final UUID PERSON = new UUID(1, 1);
    private static final UUID SOMEBODY_ELSE = new UUID(1, 2);
    private static final UUID LIKENESS = new UUID(2, 1);

    static Asked allInOrder(PolicyAction action) {
        return new Asked(
                action,
                true,
                verifiedFor(Duration.ofDays(3)),
                ConsentState.GRANTED,
                true,
                true,
                Set.of(PolicyRole.CREATOR));
    }

    static Verification verifiedFor(Duration age) {
        return new Verification.Approved(age);
    }

    Asked ofSomebodyElse() {
        return new Asked(action, false, verification, state, createGranted, useGranted, roles);
    }

    Asked with(Verification other) {
        return new Asked(action, own, other, state, createGranted, useGranted, roles);
    }

    Asked with(ConsentState other) {
        return new Asked(action, own, verification, other, createGranted, useGranted, roles);
    }

    Asked with(Set<PolicyRole> other) {
        return new Asked(action, own, verification, state, createGranted, useGranted, other);
    }

    Asked granted(boolean create, boolean use) {
        return new Asked(action, own, verification, state, create, use, roles);
    }

    PolicyRequest request() {
        return new PolicyRequest(
                action,
                new Requester(PERSON, verification, roles),
                new LikenessFacts(LIKENESS, own ? PERSON : SOMEBODY_ELSE, state, createGranted, useGranted));
    }
}
