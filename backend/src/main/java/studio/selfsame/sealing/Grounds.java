package studio.selfsame.sealing;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import studio.selfsame.audit.AuditCheckpoint;
import studio.selfsame.audit.AuditTrail;
import studio.selfsame.policy.Purpose;
import studio.selfsame.policy.Territory;

/**
 * What a file rests on, as it is on record.
 *
 * @param decision the audit log's entry of the permission under which it was drawn
 * @param checkpoint of the audit log, of which that entry is a part
 * @param release under which it was made; empty: by the person shown
 */
record Grounds(AuditTrail.Entry decision, AuditCheckpoint checkpoint, Optional<Release> release) {
    /**
     * What the use was asked for with.
     *
     * @param territories at least one; {@link Territory#WORLD} stands for all
     */
    record Release(UUID id, Purpose purpose, Set<Territory> territories) {
        private boolean shownIn(String country) {
            return territories.contains(Territory.WORLD) || territories.contains(new Territory(country));
        }
    }

    /** Whether the release lets it be shown there. */
    boolean shownIn(String country) {
        return release.filter(of -> of.shownIn(country)).isPresent();
    }

    /**
     * Whether it is an advertisement for the United States, one of whose states asks whoever runs it for a conspicuous notice
     * (New York, General Business Law § 396-b).
     */
    boolean isAdvertisementInTheUnitedStates() {
        return release.filter(of -> of.purpose() == Purpose.ADVERTISING).isPresent() && shownIn("US");
    }
}
