package studio.selfsame.consent;

import java.util.UUID;
import studio.selfsame.identity.Person;
import studio.selfsame.policy.OutputMarks;

/** The enforcement point. Decides by policy over consent as it is now; every decision, denials too, is recorded. */
public interface Authorizer {
    /** Decides and, if permitted, stores and returns an authorization for exactly this use. */
    AuthorizationDecision authorize(Person requester, Use use);

    /** The same before something is said; under a release, it must be what the use was asked for with. */
    AuthorizationDecision authorize(Person requester, Use use, Spoken spoken);

    /** The stored authorization, for a process that has only its id. Throws when unknown. */
    Authorization load(UUID authorizationId);

    /**
     * Checks signature, expiry and use, and asks policy again now. Throws {@link AuthorizationRefusedException} with all
     * reasons when anything no longer holds: withdrawn, stale, forged, for another use.
     */
    void recheck(Authorization authorization, Use use);

    /**
     * The last time before a file leaves: as {@link #recheck}, with what the finished file was found to bear. A permit is
     * recorded, in the caller's transaction, in which the file must be put on record: until it ends, neither the likeness
     * can be withdrawn nor the release ended.
     */
    void recheckDelivery(Authorization authorization, Use use, OutputMarks found);
}
