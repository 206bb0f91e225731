package studio.selfsame.release.document;

import java.util.Set;
import studio.selfsame.policy.ContentFlag;
import studio.selfsame.policy.Language;
import studio.selfsame.policy.Medium;
import studio.selfsame.policy.Purpose;
import studio.selfsame.policy.Territory;

/** What the sets of a release must have, and must not have together. */
final class TermsRules {
    private static final int MOST_LANGUAGES = 200;

    private TermsRules() {}

    static void check(
            Set<Purpose> purposes,
            Set<Medium> media,
            Set<Territory> territories,
            Set<Language> languages,
            Set<ContentFlag> sensitive,
            Faults faults) {
        faults.when(purposes.isEmpty(), "purposes", "A release names at least one purpose.");
        faults.when(media.isEmpty(), "media", "A release names at least one medium.");
        faults.when(territories.isEmpty(), "territories", "A release names at least one territory.");
        faults.when(
                territories.size() > 1 && territories.contains(Territory.WORLD),
                "territories",
                "`world` stands for every territory, so no other is named beside it.");
        faults.when(
                languages.isEmpty(),
                "languages",
                purposes.contains(Purpose.DUBBING)
                        ? "A release for dubbing names the languages that may be dubbed."
                        : "A release names at least one language.");
        faults.when(
                languages.size() > MOST_LANGUAGES,
                "languages",
                "A release names at most " + MOST_LANGUAGES + " languages.");
        for (var flag : sensitive) {
            faults.when(!flag.sensitive(), "sensitive", "No release can allow `" + Codes.of(flag) + "`.");
        }
        faults.when(
                purposes.equals(Set.of(Purpose.INTERNAL))
                        && !media.isEmpty()
                        && !Set.of(Medium.INTRANET, Medium.LIVE_EVENT).containsAll(media),
                "media",
                "A release for use inside the organisation alone names no medium of the public: `intranet` or `live-event`.");
    }
}
