package studio.selfsame.consent;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import studio.selfsame.identity.Person;
import studio.selfsame.identity.PersonId;
import studio.selfsame.policy.OutputMarks;

/** Permits everything, for a process whose end is what is looked at. */
public final class PermittingAuthorizer implements Authorizer {
    /** To draw a render of this likeness. */
    public static Authorization permit(PersonId requester, LikenessId likeness, UUID render) {
        Instant now = Instant.now();
        return new Authorization(
                UUID.randomUUID(),
                new Use(likeness, Use.Purpose.RENDER_PERFORMANCE, render),
                requester,
                now,
                now.plus(Duration.ofHours(1)),
                new byte[0]);
    }

    @Override
    public AuthorizationDecision authorize(Person requester, Use use) {
        throw new UnsupportedOperationException("nobody asks");
    }

    @Override
    public AuthorizationDecision authorize(Person requester, Use use, Spoken spoken) {
        throw new UnsupportedOperationException("nobody asks");
    }

    @Override
    public Authorization load(UUID authorizationId) {
        throw new UnsupportedOperationException("nothing is stored");
    }

    @Override
    public void recheck(Authorization authorization, Use use) {}

    @Override
    public void recheckDelivery(Authorization authorization, Use use, OutputMarks found) {}
}
