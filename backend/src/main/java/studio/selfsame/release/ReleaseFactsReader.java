package studio.selfsame.release;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import studio.selfsame.consent.LikenessId;
import studio.selfsame.consent.LikenessRegister;
import studio.selfsame.identity.PersonId;
import studio.selfsame.policy.Age;
import studio.selfsame.policy.ConsentState;
import studio.selfsame.policy.LikenessFacts;
import studio.selfsame.policy.PublicFigure;
import studio.selfsame.policy.ReleaseFacts;
import studio.selfsame.policy.ReleaseTerms;
import studio.selfsame.policy.Signatory;

/** Tells policy what it must know of a release. */
@Component
class ReleaseFactsReader {
    private final UsageLedger ledger;
    private final LikenessRegister likenesses;

    ReleaseFactsReader(UsageLedger ledger, LikenessRegister likenesses) {
        this.ledger = ledger;
        this.likenesses = likenesses;
    }

    /** @param render whose own share is not counted as spent; empty: all are */
    ReleaseFacts facts(Release release, Version version, Optional<UUID> render) {
        var spent = ledger.spent(release.id(), render);
        return new ReleaseFacts(
                release.id().value(),
                likenessOf(release),
                release.organisation().value(),
                signatory(release),
                version.studio().isPresent(),
                version.talent().isPresent(),
                version.terms().period(release.revocation()),
                release.suspension(),
                terms(version.terms(), spent));
    }

    /**
     * Of a release that names none yet, a likeness that nobody owns and of which nothing is known: it stands in for the one
     * to come, and every rule that wants to know something of it refuses.
     */
    LikenessFacts likeness(Release release) {
        return release.likeness()
                .flatMap(likenesses::facts)
                .orElseGet(() -> new LikenessFacts(
                        likenessOf(release),
                        Contracts.NOBODY,
                        ConsentState.OPEN,
                        false,
                        false,
                        Age.UNKNOWN,
                        false,
                        PublicFigure.UNKNOWN,
                        false,
                        false));
    }

    private static UUID likenessOf(Release release) {
        return release.likeness().map(LikenessId::value).orElse(release.id().value());
    }

    /** Nobody has looked at a guardian's or an estate's papers, so none of theirs is proven. */
    private static Signatory signatory(Release release) {
        return new Signatory(
                release.signatory().map(PersonId::value).orElse(Contracts.NOBODY), release.capacity(), false);
    }

    private static ReleaseTerms terms(VersionTerms terms, UsageLedger.Spent spent) {
        return new ReleaseTerms(
                terms.purposes(),
                terms.media(),
                terms.territories(),
                terms.languages(),
                terms.project(),
                terms.exclusions(),
                terms.sensitive(),
                terms.training(),
                left(terms.seconds(), spent.seconds()).map(Duration::ofSeconds),
                left(terms.renders(), spent.renders()).map(Math::toIntExact),
                terms.approval());
    }

    /** Nothing is left where more was spent than an amendment allows now. */
    private static Optional<Long> left(@Nullable Integer limit, long spent) {
        return limit == null ? Optional.empty() : Optional.of(Math.max(0, limit - spent));
    }
}
