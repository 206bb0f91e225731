package studio.selfsame.release;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import studio.selfsame.policy.Approval;
import studio.selfsame.policy.ContentFlag;
import studio.selfsame.policy.Language;
import studio.selfsame.policy.Medium;
import studio.selfsame.policy.Purpose;
import studio.selfsame.policy.ReleasePeriod;
import studio.selfsame.policy.Term;
import studio.selfsame.policy.Territory;

/**
 * What policy must know of a version, without anybody's name; the contract itself lies in the vault.
 *
 * @param seconds of all results together; null: not metered
 * @param renders in the same way
 * @param noticeDays between a revocation and its effect
 */
record VersionTerms(
        Set<Purpose> purposes,
        Set<Medium> media,
        Set<Territory> territories,
        Set<Language> languages,
        Term project,
        Set<Term> exclusions,
        Set<ContentFlag> sensitive,
        boolean training,
        @Nullable Integer seconds,
        @Nullable Integer renders,
        Approval approval,
        LocalDate firstDay,
        LocalDate lastDay,
        ZoneId zone,
        int noticeDays) {

    ReleasePeriod period(Optional<Revocation> revocation) {
        return new ReleasePeriod(firstDay, lastDay, revocation.map(Revocation::from), zone);
    }
}
