package studio.selfsame.policy;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * What a release allows.
 *
 * @param territories exactly these; {@link Territory#WORLD} stands for all
 * @param languages exactly these, tag for tag
 * @param exclusions what the likeness may have nothing to do with; 500 at most
 * @param sensitive kinds of sensitive content that are allowed
 * @param training a likeness may be trained for this release
 * @param timeLeft what is left of the length of all results, the use in question not yet counted; empty: not metered
 * @param rendersLeft in the same way
 */
public record ReleaseTerms(
        Set<Purpose> purposes,
        Set<Medium> media,
        Set<Territory> territories,
        Set<Language> languages,
        Term project,
        Set<Term> exclusions,
        Set<ContentFlag> sensitive,
        boolean training,
        Optional<Duration> timeLeft,
        Optional<Integer> rendersLeft,
        Approval approval) {
    static final int MOST_EXCLUSIONS = 500;

    /** @throws IllegalArgumentException with everything at once that a release cannot say */
    public ReleaseTerms {
        purposes = Set.copyOf(purposes);
        media = Set.copyOf(media);
        territories = Set.copyOf(territories);
        languages = Set.copyOf(languages);
        exclusions = Set.copyOf(exclusions);
        sensitive = Set.copyOf(sensitive);
        var faults = new Faults();
        faults.when(purposes.isEmpty(), "A release names at least one purpose.");
        faults.when(media.isEmpty(), "A release names at least one medium.");
        faults.when(territories.isEmpty(), "A release names at least one territory.");
        faults.when(languages.isEmpty(), "A release names at least one language.");
        faults.when(
                territories.size() > 1 && territories.contains(Territory.WORLD),
                "`world` stands for every territory, so no other is named beside it.");
        faults.when(exclusions.size() > MOST_EXCLUSIONS, "A release names at most " + MOST_EXCLUSIONS + " exclusions.");
        faults.when(exclusions.contains(project), "A release cannot exclude the project that it is made for.");
        sensitive.stream()
                .filter(flag -> !flag.sensitive())
                .sorted()
                .forEach(flag -> faults.add("No release can allow `" + flag.cedarText() + "`."));
        faults.when(timeLeft.filter(Duration::isNegative).isPresent(), "The time left cannot be less than none.");
        faults.when(rendersLeft.filter(left -> left < 0).isPresent(), "The renders left cannot be less than none.");
        faults.check();
    }
}
