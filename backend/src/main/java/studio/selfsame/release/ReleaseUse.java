package studio.selfsame.release;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import studio.selfsame.consent.ReleaseUseId;
import studio.selfsame.identity.PersonId;

/**
 * One use that somebody asked for.
 *
 * @param version that held when it was asked for
 * @param scriptLanguage BCP 47, what the script is written in
 * @param scriptSha256 of its UTF-8, 64 hex digits
 * @param longestSeconds the longest that a result may be
 * @param decided empty while nobody has decided
 */
record ReleaseUse(
        ReleaseUseId id,
        ReleaseId release,
        int version,
        PersonId askedBy,
        Instant askedAt,
        UseScope scope,
        String scriptLanguage,
        String scriptSha256,
        int longestSeconds,
        State state,
        Optional<Decided> decided) {
    /** What became of it. */
    enum State {
        ASKED,
        /** Also where nobody has to approve. */
        APPROVED,
        REFUSED,
        /** The person shown withdrew their consent. */
        WITHDRAWN
    }

    /**
     * @param version under which it was decided; a decision says nothing about a later one
     * @param by empty where nobody had to
     * @param note where what they said lies
     */
    record Decided(int version, Optional<PersonId> by, Instant at, Optional<UUID> note) {}

    /** Approved under that version, by the person if there had to be one. */
    Optional<UUID> approvedBy(Version counting) {
        return state == State.APPROVED
                ? decided.filter(decision -> decision.version() == counting.number())
                        .flatMap(Decided::by)
                        .map(PersonId::value)
                : Optional.empty();
    }

    /** Nobody has decided under that version yet. */
    boolean open(Version counting) {
        return switch (state) {
            case ASKED -> true;
            case APPROVED ->
                decided.filter(decision -> decision.version() == counting.number())
                        .isEmpty();
            case REFUSED, WITHDRAWN -> false;
        };
    }
}
