package studio.selfsame.release;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import studio.selfsame.consent.ReleaseUseId;
import studio.selfsame.consent.ReleasedUses;
import studio.selfsame.policy.Approval;

/** Tells consent what has been released. */
@Service
class StoredReleasedUses implements ReleasedUses {
    private final UseRows uses;
    private final Releases releases;
    private final ReleaseFactsReader facts;

    StoredReleasedUses(UseRows uses, Releases releases, ReleaseFactsReader facts) {
        this.uses = uses;
        this.releases = releases;
        this.facts = facts;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<ReleasedUse> find(ReleaseUseId id, Duration length, UUID render) {
        // the release first: what is read of the use after that stays so
        return uses.find(id)
                .flatMap(use -> releases.lock(use.release()))
                .flatMap(release -> uses.find(id).flatMap(use -> released(release, use, length, Optional.of(render))));
    }

    @Override
    public Optional<ReleasedUse> read(ReleaseUseId id, Duration length) {
        return uses.find(id)
                .flatMap(use -> releases.find(use.release())
                        .flatMap(release -> released(release, use, length, Optional.empty())));
    }

    /**
     * Nobody asked for a longer one. And a use that was refused stays refused when a later version asks for nobody's
     * approval.
     */
    private Optional<ReleasedUse> released(Release release, ReleaseUse use, Duration length, Optional<UUID> render) {
        var counting = release.counting();
        boolean refused =
                use.state() == ReleaseUse.State.REFUSED && counting.terms().approval() == Approval.NONE;
        if (refused || length.compareTo(Duration.ofSeconds(use.longestSeconds())) > 0) {
            return Optional.empty();
        }
        return Optional.of(new ReleasedUse(
                facts.facts(release, counting, render),
                use.scope().terms(length, use.approvedBy(counting)),
                use.scope().declared(),
                use.scriptSha256()));
    }
}
