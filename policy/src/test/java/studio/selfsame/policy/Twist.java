package studio.selfsame.policy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/** One fact that is otherwise than in order; any of them can come together. */
enum Twist {
    STRANGER(draft -> draft.person = Draft.STRANGER),
    THE_PERSON_SHOWN(draft -> draft.person = Draft.TALENT),
    UNVERIFIED(draft -> draft.verification = new Verification.None()),
    STALE(draft -> draft.verification = new Verification.Approved(Duration.ofDays(31))),
    VERIFIED_THIRTY_DAYS_AGO(draft -> draft.verification = new Verification.Approved(Duration.ofDays(30))),
    VERIFIED_TOMORROW(draft -> draft.verification = new Verification.Approved(Duration.ofDays(-2))),
    OPERATOR(draft -> draft.roles = Set.of(PolicyRole.OPERATOR, PolicyRole.REFEREE)),
    PASSWORD_ONLY(draft -> draft.authentication = new Authentication.SignedIn(1, Duration.ofMinutes(1), true)),
    NO_PASSKEY(draft -> draft.authentication = new Authentication.SignedIn(1, Duration.ofHours(5), false)),
    SIGNED_IN_LONG_AGO(draft -> draft.authentication = new Authentication.SignedIn(2, Duration.ofSeconds(901), true)),
    SIGNED_IN_TOMORROW(draft -> draft.authentication = new Authentication.SignedIn(2, Duration.ofSeconds(-61), true)),
    SIGNED_IN_JUST_IN_TIME(
            draft -> draft.authentication = new Authentication.SignedIn(2, Duration.ofSeconds(900), true)),
    SIGNED_IN_A_MINUTE_AHEAD(
            draft -> draft.authentication = new Authentication.SignedIn(2, Duration.ofSeconds(-60), true)),
    UNATTENDED(draft -> draft.authentication = new Authentication.Unattended()),
    NO_ORGANISATION(draft -> draft.organisation = null),
    OTHER_ORGANISATION(draft -> draft.organisation = Draft.OTHER_STUDIO),
    NO_PRODUCER(draft -> draft.organisationRoles.remove(OrganisationRole.PRODUCER)),
    NO_RIGHTS_MANAGER(draft -> draft.organisationRoles.remove(OrganisationRole.RIGHTS_MANAGER)),
    NO_REVIEWER(draft -> draft.organisationRoles.remove(OrganisationRole.REVIEWER)),
    NO_OPERATOR(draft -> draft.organisationRoles.remove(OrganisationRole.OPERATOR)),

    OPEN(draft -> draft.state = ConsentState.OPEN),
    WITHDRAWN(draft -> draft.state = ConsentState.WITHDRAWN),
    CREATE_NOT_GRANTED(draft -> draft.createGranted = false),
    USE_NOT_GRANTED(draft -> draft.useGranted = false),
    AGE_UNKNOWN(draft -> draft.age = Age.UNKNOWN),
    MINOR(draft -> draft.age = Age.MINOR),
    CLEARED_MINOR(draft -> draft.age = Age.CLEARED_MINOR),
    DECEASED(draft -> draft.deceased = true),
    FIGURE_UNKNOWN(draft -> draft.publicFigure = PublicFigure.UNKNOWN),
    FIGURE_CONFIRMED(draft -> draft.publicFigure = PublicFigure.CONFIRMED),
    FIGURE_UNCONFIRMED(draft -> draft.publicFigure = PublicFigure.UNCONFIRMED),
    ON_HOLD(draft -> draft.onHold = true),
    TAKEN_DOWN(draft -> draft.takenDown = true),

    OTHER_LIKENESS(draft -> draft.releaseLikeness = draft.action.onRelease() ? Draft.LIKENESS : Draft.OTHER_LIKENESS),
    STRANGER_SIGNS(draft -> draft.signatory = Draft.STRANGER),
    GUARDIAN(draft -> draft.capacity = Signatory.Capacity.GUARDIAN),
    ESTATE(draft -> draft.capacity = Signatory.Capacity.ESTATE),
    PAPERS_CHECKED(draft -> draft.proven = true),
    STUDIO_SIGNATURE_FLIPPED(draft -> draft.studioSigned = !draft.studioSigned),
    TALENT_SIGNATURE_FLIPPED(draft -> draft.talentSigned = !draft.talentSigned),
    NOT_BEGUN(draft -> draft.firstDay = LocalDate.of(2027, 5, 21)),
    BEGINS_TODAY(draft -> draft.firstDay = LocalDate.of(2027, 5, 20)),
    ENDS_TODAY(draft -> {
        draft.firstDay = LocalDate.of(2026, 1, 1);
        draft.lastDay = LocalDate.of(2027, 5, 20);
    }),
    EXPIRED(draft -> {
        draft.firstDay = LocalDate.of(2020, 1, 1);
        draft.lastDay = LocalDate.of(2027, 5, 19);
    }),
    TOO_LONG(draft -> draft.lastDay = draft.firstDay.plusYears(10)),
    REVOKED(draft -> draft.revokedFrom = LocalDate.of(2027, 5, 20)),
    REVOKED_LATER(draft -> draft.revokedFrom = LocalDate.of(2027, 5, 21)),
    STRIKE(draft -> draft.suspension = Suspension.STRIKE),
    DISPUTE(draft -> draft.suspension = Suspension.DISPUTE),
    NO_TRAINING(draft -> draft.training = false),
    OTHER_PURPOSE(draft -> draft.purpose = Purpose.INTERNAL),
    OTHER_MEDIUM(draft -> draft.medium = Medium.CINEMA),
    MORE_TERRITORIES(draft -> draft.territories = Set.of(new Territory("DE"), new Territory("FR"))),
    WORLDWIDE(draft -> draft.releaseTerritories = Set.of(Territory.WORLD)),
    MORE_LANGUAGES(draft -> draft.languages = Set.of(new Language("de"), new Language("de-AT"))),
    OTHER_PROJECT(draft -> draft.project = new Term("Autumn 2027")),
    EXCLUDED_TOPIC(draft -> draft.topics = Set.of(new Term("gardening"), new Term("acme  COLA"))),
    AS_LONG_AS_IS_LEFT(draft -> draft.length = Duration.ofMinutes(10)),
    TOO_LONG_A_RESULT(draft -> draft.length = Duration.ofMinutes(10).plusNanos(1)),
    UNMETERED(draft -> {
        draft.timeLeft = null;
        draft.rendersLeft = null;
    }),
    LAST_RENDER(draft -> draft.rendersLeft = 1),
    NO_RENDER_LEFT(draft -> draft.rendersLeft = 0),
    REVIEWER_APPROVES(draft -> draft.approval = Approval.REVIEWER),
    TALENT_APPROVES(draft -> draft.approval = Approval.TALENT),
    NOBODY_APPROVES(draft -> draft.approval = Approval.NONE),
    APPROVED_BY_COLLEAGUE(draft -> draft.approvedBy = Draft.COLLEAGUE),
    APPROVED_BY_TALENT(draft -> draft.approvedBy = Draft.TALENT),
    APPROVED_BY_ASKER(draft -> draft.approvedBy = draft.person),
    OWN_USE_TO_APPROVE(draft -> draft.useAskedBy = draft.person),

    UNDECLARED(draft -> draft.content = new Content.Undeclared()),
    SEXUAL(with(ContentFlag.SEXUAL)),
    HATE(with(ContentFlag.HATE)),
    INCITEMENT(with(ContentFlag.INCITEMENT)),
    DECEPTION(with(ContentFlag.DECEPTION)),
    AS_ANOTHER_PERSON(with(ContentFlag.AS_ANOTHER_PERSON)),
    AS_CHARACTER(with(ContentFlag.AS_CHARACTER)),
    HEALTH(with(ContentFlag.HEALTH)),
    POLITICS(with(ContentFlag.POLITICS)),
    NO_WATERMARK(draft -> draft.output = new OutputMarks(false, labelled(draft), credentialed(draft))),
    NO_LABEL(draft -> draft.output = new OutputMarks(watermarked(draft), false, credentialed(draft))),
    NO_CREDENTIALS(draft -> draft.output = new OutputMarks(watermarked(draft), labelled(draft), false));

    private final Consumer<Draft> change;

    Twist(Consumer<Draft> change) {
        this.change = change;
    }

    void apply(Draft draft) {
        change.accept(draft);
    }

    private static Consumer<Draft> with(ContentFlag flag) {
        return draft -> {
            var flags = new HashSet<>(draft.content.all());
            flags.add(flag);
            draft.content = new Content.Declared(flags);
        };
    }

    private static boolean watermarked(Draft draft) {
        return draft.output == null || draft.output.watermarked();
    }

    private static boolean labelled(Draft draft) {
        return draft.output == null || draft.output.labelled();
    }

    private static boolean credentialed(Draft draft) {
        return draft.output == null || draft.output.credentialed();
    }
}
