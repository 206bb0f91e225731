package studio.selfsame.consent;

import java.util.UUID;
import studio.selfsame.identity.Person;

/** The enforcement point. Decides by policy over consent as it is now; every decision, denials too, is recorded. */
public interface Authorizer {
    /** Decides and, if permitted, stores and returns an authorization for exactly this use. */
    AuthorizationDecision authorize(Person requester, Use use);

    /** The stored authorization, for a process that has only its id. Throws when unknown. */
    Authorization load(UUID authorizationId);

    /**
     * Checks signature, expiry and use, and asks policy again now. Throws {@link AuthorizationRefusedException} with all
     * reasons when anything no longer holds: withdrawn, stale, forged, for another use.
     */
    void recheck(Authorization authorization, Use use);
}
