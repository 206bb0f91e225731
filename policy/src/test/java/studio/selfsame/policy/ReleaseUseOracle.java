package studio.selfsame.policy;

import static studio.selfsame.policy.PolicyAction.CREATE_LIKENESS;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Collections;
import java.util.Set;

/** What stands against a use under a release, term by term. */
final class ReleaseUseOracle {
    private final PolicyRequest asked;
    private final Matter.Use use;
    private final ReleaseFacts release;
    private final UseTerms wanted;
    private final Set<String> against;

    ReleaseUseOracle(PolicyRequest asked, Matter.Use use, Matter.UnderRelease under, Set<String> against) {
        this.asked = asked;
        this.use = use;
        this.release = under.release();
        this.wanted = under.terms();
        this.against = against;
    }

    void collect() {
        var likeness = asked.likeness();
        refuse("release-of-another-likeness", !release.likeness().equals(likeness.id()));
        refuse(
                "release-user-role",
                asked.requester()
                        .membership()
                        .filter(of -> of.roles().contains(OrganisationRole.PRODUCER)
                                || of.roles().contains(OrganisationRole.OPERATOR))
                        .isEmpty());
        refuse("age-unknown", likeness.age() == Age.UNKNOWN);
        refuse("public-figure-not-checked", likeness.publicFigure() == PublicFigure.UNKNOWN);
        switch (release.signatory().capacity()) {
            case SELF ->
                refuse("signatory-not-the-person", !release.signatory().person().equals(likeness.owner()));
            case GUARDIAN -> refuse("guardian-of-an-adult", likeness.age() == Age.ADULT);
            case ESTATE -> refuse("estate-of-the-living", !likeness.deceased());
        }
        standing();
        scope();
        if (asked.action() == CREATE_LIKENESS) {
            refuse("release-training", !release.terms().training());
        } else {
            performance();
        }
    }

    private void standing() {
        LocalDate today = asked.at().atZone(release.period().zone()).toLocalDate();
        var period = release.period();
        refuse("release-not-signed-by-studio", !release.studioSigned());
        refuse("release-not-countersigned", !release.talentSigned());
        refuse("release-not-yet-begun", today.isBefore(period.firstDay()));
        refuse("release-expired", today.isAfter(period.lastDay()));
        refuse(
                "release-revoked",
                period.revokedFrom().filter(from -> !today.isBefore(from)).isPresent());
        refuse("release-too-long", longerThanTenYears(period));
        switch (release.suspension()) {
            case STRIKE -> against.add("release-on-strike");
            case DISPUTE -> against.add("release-in-dispute");
            case NO -> {}
        }
    }

    static boolean longerThanTenYears(ReleasePeriod period) {
        int years = period.lastDay().getYear() - period.firstDay().getYear();
        return years > 10 || years == 10 && !MonthDay.from(period.lastDay()).isBefore(MonthDay.from(period.firstDay()));
    }

    private void scope() {
        var terms = release.terms();
        refuse("release-purpose", !terms.purposes().contains(wanted.purpose()));
        refuse("release-medium", !terms.media().contains(wanted.medium()));
        refuse(
                "release-territories",
                wanted.territories().stream()
                                .anyMatch(place -> !terms.territories().contains(place))
                        && terms.territories().stream()
                                .noneMatch(place -> place.code().equals("world")));
        refuse(
                "release-languages",
                wanted.languages().stream()
                        .anyMatch(language -> !terms.languages().contains(language)));
        refuse("release-project", !terms.project().equals(wanted.project()));
        refuse("release-exclusion", !Collections.disjoint(terms.exclusions(), wanted.topics()));
    }

    private void performance() {
        var terms = release.terms();
        refuse("content-not-declared", !(use.content() instanceof Content.Declared));
        refuse(
                "release-sensitive-content",
                use.content().all().stream()
                        .anyMatch(flag -> flag.sensitive() && !terms.sensitive().contains(flag)));
        refuse(
                "release-minutes",
                terms.timeLeft()
                        .filter(left -> wanted.length().compareTo(left) > 0)
                        .isPresent());
        refuse("release-renders", terms.rendersLeft().filter(left -> left == 0).isPresent());
        boolean approved = wanted.approvedBy().isPresent();
        refuse("approval-missing", terms.approval() != Approval.NONE && !approved);
        refuse(
                "approval-not-by-talent",
                approved
                        && terms.approval() == Approval.TALENT
                        && !wanted.approvedBy().get().equals(release.signatory().person()));
        refuse(
                "self-approved",
                approved && wanted.approvedBy().get().equals(asked.requester().id()));
    }

    private void refuse(String id, boolean when) {
        if (when) {
            against.add(id);
        }
    }
}
