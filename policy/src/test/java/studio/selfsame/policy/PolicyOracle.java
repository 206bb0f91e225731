package studio.selfsame.policy;

import static studio.selfsame.policy.PolicyAction.CREATE_LIKENESS;
import static studio.selfsame.policy.PolicyAction.DELIVER_OUTPUT;
import static studio.selfsame.policy.PolicyAction.ENROL_FOOTAGE;
import static studio.selfsame.policy.PolicyAction.WITHDRAW_CONSENT;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** What the answer should be, written in plain Java from the rules' description and not from the policies. */
final class PolicyOracle {
    private final PolicyRequest asked;
    private final TreeSet<String> against = new TreeSet<>();
    private final LikenessFacts likeness;
    private final Requester who;

    private PolicyOracle(PolicyRequest asked) {
        this.asked = asked;
        this.likeness = asked.likeness();
        this.who = asked.requester();
    }

    /** {@code permit} or {@code deny}, then the ids in order. */
    static List<String> answer(PolicyRequest asked) {
        var oracle = new PolicyOracle(asked);
        var permit = switch (asked.matter()) {
            case Matter.Use use -> oracle.use(use);
            case Matter.Step step -> {
                var steps = new ReleaseStepOracle(asked, step, oracle.against);
                var id = steps.permit();
                if (asked.action() == PolicyAction.SIGN_FOR_STUDIO
                        || asked.action() == PolicyAction.COUNTERSIGN_RELEASE) {
                    oracle.verification();
                }
                yield id;
            }
        };
        var answer = new ArrayList<String>();
        answer.add(oracle.against.isEmpty() ? "permit" : "deny");
        answer.addAll(oracle.against.isEmpty() ? List.of(permit) : oracle.against);
        return answer;
    }

    private String use(Matter.Use use) {
        boolean mine = who.id().equals(likeness.owner());
        if (asked.action() == WITHDRAW_CONSENT) {
            return needed("owner-may-withdraw", mine);
        }
        verification();
        person(use);
        if (asked.action() == ENROL_FOOTAGE || asked.action() == CREATE_LIKENESS) {
            stepUp();
        } else {
            content(use.content());
        }
        use.output().ifPresent(this::output);
        if (use.under().isPresent()) {
            new ReleaseUseOracle(asked, use, use.under().get(), against).collect();
            var release = use.under().get().release();
            return needed(
                    "release-holder",
                    who.membership()
                            .filter(of -> of.organisation().equals(release.organisation()))
                            .isPresent());
        }
        grants();
        return needed("own-likeness", mine);
    }

    private String needed(String id, boolean holds) {
        if (!holds) {
            against.add(id);
        }
        return id;
    }

    private void verification() {
        if (!(who.verification() instanceof Verification.Approved approved)) {
            against.add("verification-missing");
        } else if (approved.age().toHours() > 30 * 24) {
            against.add("verification-stale");
        } else if (approved.age().toHours() <= -24) {
            against.add("verification-from-the-future");
        }
    }

    private void stepUp() {
        if (who.authentication() instanceof Authentication.SignedIn in && in.canStepUp()) {
            if (in.level() < 2) {
                against.add("sign-in-too-weak-to-create");
            }
            if (in.age().toSeconds() > 15 * 60 || in.age().toSeconds() < -60) {
                against.add("sign-in-too-old-to-create");
            }
        }
    }

    /** What is known of the person shown. */
    private void person(Matter.Use use) {
        if (likeness.state() == ConsentState.WITHDRAWN) {
            against.add("consent-withdrawn");
        }
        if (likeness.onHold()) {
            against.add("on-hold");
        }
        if (likeness.takenDown()) {
            against.add("taken-down");
        }
        var provenBy = use.under()
                .map(under -> under.release().signatory())
                .filter(Signatory::proven)
                .map(Signatory::capacity);
        boolean minor = likeness.age() == Age.MINOR || likeness.age() == Age.CLEARED_MINOR;
        if (likeness.age() == Age.MINOR) {
            against.add("minor-not-cleared");
        }
        if (minor
                && asked.action() != ENROL_FOOTAGE
                && provenBy.filter(Signatory.Capacity.GUARDIAN::equals).isEmpty()) {
            against.add("minor-without-guardian");
        }
        if (likeness.deceased()
                && provenBy.filter(Signatory.Capacity.ESTATE::equals).isEmpty()) {
            against.add("deceased-without-estate");
        }
        if (likeness.publicFigure() == PublicFigure.UNCONFIRMED) {
            against.add("public-figure-not-confirmed");
        }
    }

    private void content(Content content) {
        for (var flag : content.all()) {
            switch (flag) {
                case SEXUAL -> against.add("sexual-content");
                case HATE, INCITEMENT -> against.add("hateful-content");
                case DECEPTION -> against.add("deceptive-content");
                case AS_ANOTHER_PERSON -> against.add("as-somebody-else");
                case AS_CHARACTER -> {
                    switch (likeness.publicFigure()) {
                        case CONFIRMED, UNCONFIRMED -> against.add("public-figure-as-character");
                        case NO, UNKNOWN -> {}
                    }
                }
                default -> {}
            }
        }
    }

    private void output(OutputMarks marks) {
        if (asked.action() != DELIVER_OUTPUT) {
            throw new AssertionError("only what is delivered is an output");
        }
        needed("output-without-watermark", marks.watermarked());
        needed("output-without-label", marks.labelled());
        needed("output-without-credentials", marks.credentialed());
    }

    private void grants() {
        if (asked.action() == ENROL_FOOTAGE) {
            return;
        }
        if (likeness.state() == ConsentState.OPEN) {
            against.add("consent-not-given");
        }
        if (asked.action() == CREATE_LIKENESS) {
            needed("create-not-granted", likeness.createGranted());
        } else {
            needed("use-not-granted", likeness.useGranted());
        }
    }
}
