package studio.selfsame.release;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import studio.selfsame.consent.LikenessId;
import studio.selfsame.identity.OrganisationId;
import studio.selfsame.identity.PersonId;
import studio.selfsame.policy.Signatory;
import studio.selfsame.policy.Suspension;
import studio.selfsame.vault.DataKeyId;

/**
 * A talent release as it stands.
 *
 * @param likeness empty while nobody is bound and none is named
 * @param signatory who signs on the talent's side; empty while nobody is bound
 * @param versions oldest first, at least one
 * @param rests that have not been lifted
 */
record Release(
        ReleaseId id,
        OrganisationId organisation,
        Optional<LikenessId> likeness,
        Optional<PersonId> signatory,
        Signatory.Capacity capacity,
        DataKeyId dataKey,
        Instant draftedAt,
        Optional<Revocation> revocation,
        List<Version> versions,
        List<Rest> rests) {

    Version newest() {
        return versions.getLast();
    }

    /** The newest that both have signed: an amendment changes nothing until it is. */
    Optional<Version> agreed() {
        return versions.stream().filter(Version::signedByBoth).max(Comparator.comparingInt(Version::number));
    }

    /** What counts: the version that both have signed, or the newest where there is none. */
    Version counting() {
        return agreed().orElseGet(this::newest);
    }

    /** The moment from which on nothing can be done under it; empty where nobody agreed to anything. */
    Optional<Instant> over() {
        return agreed().map(agreed -> {
            var afterLast = agreed.terms().lastDay().plusDays(1);
            var day =
                    revocation.map(Revocation::from).filter(afterLast::isAfter).orElse(afterLast);
            return day.atStartOfDay(agreed.terms().zone()).toInstant();
        });
    }

    Optional<Version> version(int number) {
        return versions.stream().filter(version -> version.number() == number).findFirst();
    }

    boolean bound() {
        return signatory.isPresent();
    }

    boolean isSignatory(PersonId person) {
        return signatory.filter(person::equals).isPresent();
    }

    /** The day it is at that moment where the release counts its days. */
    LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, counting().terms().zone());
    }

    /** Of two rests the strike is told. */
    Suspension suspension() {
        return rests.stream().map(Rest::reason).min(Comparator.naturalOrder()).orElse(Suspension.NO);
    }

    Optional<Rest> restOf(Side side) {
        return rests.stream().filter(rest -> rest.side() == side).findFirst();
    }

    Binding binding() {
        return new Binding(likeness, signatory, capacity);
    }
}
