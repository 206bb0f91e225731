package studio.selfsame.policy;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What somebody wants to do under a release.
 *
 * @param territories where it will be shown; at least one
 * @param languages what is spoken in it; at least one
 * @param topics brands, products, topics that it is about; 500 at most
 * @param length of the result, not negative
 * @param approvedBy who agreed to this very use
 */
public record UseTerms(
        Purpose purpose,
        Medium medium,
        Set<Territory> territories,
        Set<Language> languages,
        Term project,
        Set<Term> topics,
        Duration length,
        Optional<UUID> approvedBy) {

    /** @throws IllegalArgumentException with everything at once that does not describe a use */
    public UseTerms {
        territories = Set.copyOf(territories);
        languages = Set.copyOf(languages);
        topics = Set.copyOf(topics);
        var faults = new Faults();
        faults.when(territories.isEmpty(), "A use names at least one territory.");
        faults.when(languages.isEmpty(), "A use names at least one language.");
        faults.when(
                topics.size() > ReleaseTerms.MOST_EXCLUSIONS,
                "A use names at most " + ReleaseTerms.MOST_EXCLUSIONS + " topics.");
        faults.when(length.isNegative(), "A use cannot be shorter than nothing.");
        faults.check();
    }

    /** Seconds begun. */
    long seconds() {
        return Math.addExact(length.getSeconds(), length.getNano() > 0 ? 1 : 0);
    }
}
