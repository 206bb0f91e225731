package studio.selfsame.release;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import studio.selfsame.consent.LikenessId;
import studio.selfsame.consent.LikenessRegister;
import studio.selfsame.identity.OrganisationId;
import studio.selfsame.identity.Organisations;
import studio.selfsame.identity.PersonId;
import studio.selfsame.policy.OrganisationRole;
import studio.selfsame.policy.Signatory.Capacity;
import studio.selfsame.release.document.Codes;
import studio.selfsame.release.document.Contract;
import studio.selfsame.release.document.Fault;

/** Reads what a rights manager wrote; tells everything at once that cannot stand. */
@Component
class SheetReader {
    private final Contracts contracts;
    private final Organisations organisations;
    private final LikenessRegister likenesses;

    SheetReader(Contracts contracts, Organisations organisations, LikenessRegister likenesses) {
        this.contracts = contracts;
        this.organisations = organisations;
        this.likenesses = likenesses;
    }

    /** A new release. */
    Sheet first(DraftForm form, ReleaseId id, OrganisationId organisation, PersonId writer) {
        var faults = new ArrayList<Fault>();
        var binding = binding(form, new Binding(Optional.empty(), Optional.empty(), Capacity.SELF), faults);
        return sheet(
                form,
                id,
                1,
                Optional.empty(),
                organisation,
                signer(form, organisation, writer, faults),
                binding,
                faults);
    }

    /** The newest version once more. */
    Sheet anew(DraftForm form, Release release, PersonId writer) {
        var faults = new ArrayList<Fault>();
        var binding = binding(form, release.binding(), faults);
        return next(form, release, release.newest().number(), binding, writer, faults);
    }

    /** A further version, for the same person. */
    Sheet amendment(DraftForm form, Release release, PersonId writer) {
        var faults = new ArrayList<Fault>();
        if (form.likeness() != null
                && release.likeness()
                        .filter(new LikenessId(form.likeness())::equals)
                        .isEmpty()) {
            faults.add(new Fault(
                    "likeness", "An amendment is about the same likeness; draft a release of its own for another."));
        }
        if (form.capacity() != null && !form.capacity().equals(Codes.of(release.capacity()))) {
            faults.add(new Fault("capacity", "Who signs in another capacity needs a release of its own."));
        }
        return next(form, release, release.newest().number() + 1, release.binding(), writer, faults);
    }

    /** The newest version, for whoever has now come. */
    Sheet bound(String text, Release release, Binding binding) {
        var form = contracts.draft(text);
        var newest = release.newest();
        return sheet(
                form,
                release.id(),
                newest.number(),
                superseded(release, newest.number()),
                release.organisation(),
                newest.signer(),
                binding,
                List.of());
    }

    private Sheet next(
            DraftForm form, Release release, int number, Binding binding, PersonId writer, List<Fault> faults) {
        var signer = signer(form, release.organisation(), writer, faults);
        return sheet(
                form,
                release.id(),
                number,
                superseded(release, number),
                release.organisation(),
                signer,
                binding,
                faults);
    }

    private Sheet sheet(
            DraftForm form,
            ReleaseId id,
            int number,
            Optional<String> supersedes,
            OrganisationId organisation,
            PersonId signer,
            Binding binding,
            List<Fault> faults) {
        var party = organisations.find(organisation).orElseThrow(() -> ReleaseProblems.unknown("organisation"));
        var made = contracts.make(form, new Contracts.Frame(id, number, supersedes, party, signer, binding), faults);
        return new Sheet(
                contracts.text(form),
                made.contract(),
                made.template(),
                binding,
                signer,
                UUID.randomUUID(),
                terms(made.contract()));
    }

    /** A person signs for themselves, so who owns the likeness is bound with it; anybody else comes by invitation. */
    private Binding binding(DraftForm form, Binding before, List<Fault> faults) {
        var capacity = Optional.ofNullable(form.capacity())
                .flatMap(code -> Codes.find(Capacity.class, code))
                .orElse(Capacity.SELF);
        var likeness = Optional.ofNullable(form.likeness()).map(LikenessId::new).or(before::likeness);
        var owner = likeness.flatMap(likenesses::ownerOf);
        if (likeness.isPresent() && owner.isEmpty()) {
            faults.add(new Fault("likeness", "There is no such likeness."));
        }
        if (capacity != Capacity.SELF && likeness.isEmpty()) {
            faults.add(new Fault("likeness", "A guardian or an estate signs for a likeness that the draft names."));
        }
        boolean same = capacity == before.capacity() && likeness.equals(before.likeness());
        var other = same ? before.signatory() : Optional.<PersonId>empty();
        return new Binding(likeness, capacity == Capacity.SELF ? owner : other, capacity);
    }

    /** Whoever writes it, unless the draft names another rights manager. */
    private PersonId signer(DraftForm form, OrganisationId organisation, PersonId writer, List<Fault> faults) {
        var studio = form.studio();
        if (studio == null || studio.signatory() == null || studio.signatory().person() == null) {
            return writer;
        }
        var named = new PersonId(studio.signatory().person());
        if (organisations
                .membership(named, organisation)
                .filter(member -> member.roles().contains(OrganisationRole.RIGHTS_MANAGER))
                .isEmpty()) {
            faults.add(new Fault("studio.signatory.person", "They are no rights manager of the organisation."));
        }
        return named;
    }

    private static Optional<String> superseded(Release release, int number) {
        return release.version(number - 1).flatMap(Version::digest);
    }

    private static VersionTerms terms(Contract contract) {
        var terms = contract.terms();
        return new VersionTerms(
                terms.purposes(),
                terms.media(),
                terms.territories(),
                terms.languages(),
                terms.project().term(),
                terms.excludedTerms(),
                terms.sensitive(),
                terms.training(),
                terms.limits().seconds().orElse(null),
                terms.limits().renders().orElse(null),
                terms.approval(),
                terms.period().firstDay(),
                terms.period().lastDay(),
                terms.period().zone(),
                terms.revocation().noticeDays());
    }
}
