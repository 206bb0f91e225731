package studio.selfsame.policy;

import static studio.selfsame.policy.OrganisationRole.OPERATOR;
import static studio.selfsame.policy.OrganisationRole.REVIEWER;
import static studio.selfsame.policy.OrganisationRole.RIGHTS_MANAGER;
import static studio.selfsame.policy.PolicyAction.REVOKE_RELEASE;
import static studio.selfsame.policy.PolicyAction.SUSPEND_RELEASE;

import java.util.Set;

/** What stands against a step in the life of a release. */
final class ReleaseStepOracle {
    private final PolicyRequest asked;
    private final Matter.Step step;
    private final ReleaseFacts release;
    private final Set<String> against;

    ReleaseStepOracle(PolicyRequest asked, Matter.Step step, Set<String> against) {
        this.asked = asked;
        this.step = step;
        this.release = step.release();
        this.against = against;
    }

    /** The permit for it; on the way all that stands against it is collected. */
    String permit() {
        boolean shown = isAsking(asked.likeness().owner());
        boolean signatory = isAsking(release.signatory().person());
        boolean outsider = asked.requester()
                .membership()
                .filter(of -> !of.organisation().equals(release.organisation()))
                .isPresent();
        refuse("release-of-another-organisation", outsider && !shown && !signatory);
        var action = asked.action();
        if (action != SUSPEND_RELEASE && action != REVOKE_RELEASE) {
            refuse("release-after-withdrawal", asked.likeness().state() == ConsentState.WITHDRAWN);
        }
        return switch (action) {
            case DRAFT_RELEASE -> {
                refuse("signing-too-long", ReleaseUseOracle.longerThanTenYears(release.period()));
                yield needed("rights-manager-may-draft", acts(RIGHTS_MANAGER));
            }
            case SIGN_FOR_STUDIO -> {
                signing();
                refuse("signed-already", release.studioSigned());
                yield needed("rights-manager-may-sign", acts(RIGHTS_MANAGER));
            }
            case COUNTERSIGN_RELEASE -> {
                signing();
                refuse("studio-signs-first", !release.studioSigned());
                refuse("countersigned-already", release.talentSigned());
                refuse("signatory-without-standing", !mayStandForThePersonShown());
                yield needed("signatory-may-countersign", signatory);
            }
            case APPROVE_USE -> {
                refuse("self-approval", isAsking(step.useAskedBy().orElseThrow()));
                yield needed(
                        "may-approve",
                        switch (release.terms().approval()) {
                            case NONE -> false;
                            case REVIEWER -> acts(REVIEWER);
                            case TALENT -> signatory;
                        });
            }
            case SUSPEND_RELEASE -> needed("may-suspend", shown || signatory || acts(RIGHTS_MANAGER) || acts(OPERATOR));
            case REVOKE_RELEASE -> needed("may-revoke", shown || signatory || acts(RIGHTS_MANAGER));
            default -> throw new AssertionError(action + " is no step of a release");
        };
    }

    private void signing() {
        if (!(asked.requester().authentication() instanceof Authentication.SignedIn in)) {
            against.add("sign-in-too-weak-to-sign");
        } else {
            refuse("sign-in-too-weak-to-sign", in.level() < 2);
            refuse(
                    "sign-in-too-old-to-sign",
                    in.age().toSeconds() > 900 || in.age().toSeconds() < -60);
        }
        var period = release.period();
        var today = asked.at().atZone(period.zone()).toLocalDate();
        refuse(
                "signing-after-the-end",
                today.isAfter(period.lastDay())
                        || period.revokedFrom()
                                .filter(from -> !today.isBefore(from))
                                .isPresent());
        refuse("signing-too-long", ReleaseUseOracle.longerThanTenYears(period));
        refuse("signing-in-dispute", release.suspension() != Suspension.NO);
    }

    private boolean mayStandForThePersonShown() {
        var person = asked.likeness();
        var signatory = release.signatory();
        return switch (signatory.capacity()) {
            case SELF ->
                !person.deceased()
                        && person.age() == Age.ADULT
                        && signatory.person().equals(person.owner());
            case GUARDIAN -> !person.deceased() && person.age() == Age.CLEARED_MINOR && signatory.proven();
            case ESTATE -> person.deceased() && signatory.proven();
        };
    }

    private boolean isAsking(java.util.UUID person) {
        return asked.requester().id().equals(person);
    }

    private boolean acts(OrganisationRole role) {
        return asked.requester()
                .membership()
                .filter(of -> of.organisation().equals(release.organisation()))
                .filter(of -> of.roles().contains(role))
                .isPresent();
    }

    private void refuse(String id, boolean when) {
        if (when) {
            against.add(id);
        }
    }

    private String needed(String id, boolean holds) {
        refuse(id, !holds);
        return id;
    }
}
