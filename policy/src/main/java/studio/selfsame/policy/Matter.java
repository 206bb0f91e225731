package studio.selfsame.policy;

import java.util.Optional;
import java.util.UUID;

/** What is asked about, beside the likeness. */
public sealed interface Matter {
    /**
     * Something is done with the likeness.
     *
     * @param under the release that it relies on; empty: one's own
     * @param output empty until there is one
     */
    record Use(Content content, Optional<UnderRelease> under, Optional<OutputMarks> output) implements Matter {
        /** Of one's own likeness, of which nothing more is known. */
        public static Use own() {
            return new Use(new Content.Undeclared(), Optional.empty(), Optional.empty());
        }
    }

    /** @param terms what is to be done under it */
    record UnderRelease(ReleaseFacts release, UseTerms terms) {}

    /**
     * Something is done with a release of the likeness.
     *
     * @param useAskedBy whose use is to be approved; empty unless it is about that
     */
    record Step(ReleaseFacts release, Optional<UUID> useAskedBy) implements Matter {}
}
