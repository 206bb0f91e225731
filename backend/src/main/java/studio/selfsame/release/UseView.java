package studio.selfsame.release;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import studio.selfsame.identity.PersonId;
import studio.selfsame.policy.Language;
import studio.selfsame.policy.Term;
import studio.selfsame.policy.Territory;
import studio.selfsame.release.document.Codes;

/**
 * A use that somebody asked for.
 *
 * @param version that held when it was asked for
 * @param open nobody has decided on it under the version that holds now
 * @param decidedVersion under which it was decided; the decision says nothing about a later one
 * @param decidedBy missing where nobody had to
 */
@Schema(name = "ReleaseUse")
record UseView(
        UUID id,
        UUID release,
        int version,
        UUID askedBy,
        Instant askedAt,
        String purpose,
        String medium,
        List<String> territories,
        List<String> languages,
        String project,
        List<String> topics,
        List<String> content,
        String scriptLanguage,
        String scriptSha256,
        int longestSeconds,

        @Schema(allowableValues = {"asked", "approved", "refused", "withdrawn"})
        String state,

        boolean open,
        @Nullable Integer decidedVersion,
        @Nullable UUID decidedBy,
        @Nullable Instant decidedAt) {

    static UseView of(UseDesk.Found found) {
        var use = found.use();
        var scope = use.scope();
        return new UseView(
                use.id().value(),
                use.release().value(),
                use.version(),
                use.askedBy().value(),
                use.askedAt(),
                Codes.of(scope.purpose()),
                Codes.of(scope.medium()),
                sorted(scope.territories(), Territory::code),
                sorted(scope.languages(), Language::tag),
                scope.project().text(),
                sorted(scope.topics(), Term::text),
                sorted(scope.content(), Codes::of),
                use.scriptLanguage(),
                use.scriptSha256(),
                use.longestSeconds(),
                Codes.of(use.state()),
                use.open(found.release().counting()),
                use.decided().map(ReleaseUse.Decided::version).orElse(null),
                use.decided()
                        .flatMap(ReleaseUse.Decided::by)
                        .map(PersonId::value)
                        .orElse(null),
                use.decided().map(ReleaseUse.Decided::at).orElse(null));
    }

    private static <T> List<String> sorted(Collection<T> values, Function<T, String> text) {
        return values.stream().map(text).sorted().toList();
    }
}
