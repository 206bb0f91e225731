package studio.selfsame.release;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import studio.selfsame.policy.Content;
import studio.selfsame.policy.ContentFlag;
import studio.selfsame.policy.Language;
import studio.selfsame.policy.Medium;
import studio.selfsame.policy.Purpose;
import studio.selfsame.policy.Term;
import studio.selfsame.policy.Territory;
import studio.selfsame.policy.UseTerms;

/** What a use is for, and what it contains. */
record UseScope(
        Purpose purpose,
        Medium medium,
        Set<Territory> territories,
        Set<Language> languages,
        Term project,
        Set<Term> topics,
        Set<ContentFlag> content) {

    UseTerms terms(Duration length, Optional<UUID> approvedBy) {
        return new UseTerms(purpose, medium, territories, languages, project, topics, length, approvedBy);
    }

    Content declared() {
        return new Content.Declared(content);
    }
}
