package studio.selfsame.identity;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import studio.selfsame.policy.Authentication;
import studio.selfsame.policy.PolicyRole;

/**
 * The person who is asking, from their token and from what a passkey of theirs has proven since.
 *
 * @param assuranceLevel {@code acr} as a number; 1 password, 2 stepped up
 * @param authenticatedAt when they last proved it
 * @param canStepUp they have a passkey here, so that a password alone is less than they can show
 */
public record Person(PersonId id, Set<Role> roles, int assuranceLevel, Instant authenticatedAt, boolean canStepUp) {
    public enum Role {
        CREATOR,
        REFEREE,
        OPERATOR
    }

    /** What policy calls their roles. */
    public Set<PolicyRole> policyRoles() {
        Set<PolicyRole> known = EnumSet.noneOf(PolicyRole.class);
        for (Role role : roles) {
            known.add(
                    switch (role) {
                        case CREATOR -> PolicyRole.CREATOR;
                        case REFEREE -> PolicyRole.REFEREE;
                        case OPERATOR -> PolicyRole.OPERATOR;
                    });
        }
        return known;
    }

    /** How they are signed in, for policy to judge. */
    public Authentication authentication(Instant now) {
        return new Authentication.SignedIn(assuranceLevel, Duration.between(authenticatedAt, now), canStepUp);
    }

    @Override
    public String toString() {
        return "Person[" + id.value() + "]";
    }
}
