package studio.selfsame.policy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** All facts of a request, in order until a test changes them; used once. */
final class Draft {
    static final UUID TALENT = new UUID(1, 1);
    static final UUID STUDIO_PERSON = new UUID(1, 2);
    static final UUID STRANGER = new UUID(1, 3);
    static final UUID COLLEAGUE = new UUID(1, 4);
    static final UUID STUDIO = new UUID(3, 1);
    static final UUID OTHER_STUDIO = new UUID(3, 2);
    static final UUID LIKENESS = new UUID(2, 1);
    static final UUID OTHER_LIKENESS = new UUID(2, 2);
    static final UUID RELEASE = new UUID(4, 1);

    private static final Territory GERMANY = new Territory("DE");
    private static final Language GERMAN = new Language("de");
    private static final Set<Territory> GERMAN_SPEAKING = Set.of(GERMANY, new Territory("AT"));
    private static final Set<Language> TWO_LANGUAGES = Set.of(GERMAN, new Language("en"));
    private static final Term CAMPAIGN = new Term("Spring 2027");
    private static final Set<Term> EXCLUDED = Set.of(new Term("betting"), new Term("Acme Cola"));
    private static final Set<Term> GARDENING = Set.of(new Term("gardening"));

    final PolicyAction action;
    /** Relies on a release, or is about one. */
    final boolean underRelease;

    Instant at = Instant.parse("2027-05-20T12:00:00Z");
    UUID person;
    Verification verification = new Verification.Approved(Duration.ofDays(3));
    Set<PolicyRole> roles = Set.of(PolicyRole.CREATOR);
    Authentication authentication = new Authentication.SignedIn(2, Duration.ofMinutes(1), true);
    UUID organisation;
    Set<OrganisationRole> organisationRoles = new HashSet<>(Set.of(OrganisationRole.values()));

    ConsentState state = ConsentState.GRANTED;
    boolean createGranted = true;
    boolean useGranted = true;
    Age age = Age.ADULT;
    boolean deceased;
    PublicFigure publicFigure = PublicFigure.NO;
    boolean onHold;
    boolean takenDown;

    UUID releaseLikeness = LIKENESS;
    UUID signatory = TALENT;
    Signatory.Capacity capacity = Signatory.Capacity.SELF;
    boolean proven;
    boolean studioSigned = true;
    boolean talentSigned = true;
    LocalDate firstDay = LocalDate.of(2027, 1, 1);
    LocalDate lastDay = LocalDate.of(2029, 12, 31);
    LocalDate revokedFrom;
    ZoneId zone = ZoneId.of("Europe/Berlin");
    Suspension suspension = Suspension.NO;
    Set<Territory> releaseTerritories = GERMAN_SPEAKING;
    Set<Language> releaseLanguages = TWO_LANGUAGES;
    Set<Term> exclusions = EXCLUDED;
    Set<ContentFlag> sensitive = Set.of(ContentFlag.HEALTH);
    boolean training = true;
    Duration timeLeft = Duration.ofMinutes(10);
    Integer rendersLeft = 3;
    Approval approval = Approval.NONE;

    Purpose purpose = Purpose.ADVERTISING;
    Medium medium = Medium.STREAMING;
    Set<Territory> territories = Set.of(GERMANY);
    Set<Language> languages = Set.of(GERMAN);
    Term project = CAMPAIGN;
    Set<Term> topics = GARDENING;
    Duration length = Duration.ofSeconds(30);
    UUID approvedBy;
    UUID useAskedBy = COLLEAGUE;

    Content content = new Content.Declared(Set.of());
    OutputMarks output;

    private Draft(PolicyAction action, boolean underRelease) {
        this.action = action;
        this.underRelease = underRelease;
        this.person = underRelease ? STUDIO_PERSON : TALENT;
        this.organisation = underRelease ? STUDIO : null;
    }

    /** A person and their own likeness. */
    static Draft own(PolicyAction action) {
        return new Draft(action, false);
    }

    /** Everything that the action needs of a release is in order; whoever may do it asks. */
    static Draft underRelease(PolicyAction action) {
        var draft = new Draft(action, true);
        switch (action) {
            case DRAFT_RELEASE, SIGN_FOR_STUDIO -> {
                draft.studioSigned = false;
                draft.talentSigned = false;
            }
            case COUNTERSIGN_RELEASE -> {
                draft.person = TALENT;
                draft.organisation = null;
                draft.talentSigned = false;
            }
            case APPROVE_USE -> draft.approval = Approval.REVIEWER;
            case DELIVER_OUTPUT -> draft.output = new OutputMarks(true, true, true);
            default -> {}
        }
        return draft;
    }

    static Draft allInOrder(PolicyAction action) {
        return action.onRelease() ? underRelease(action) : own(action);
    }

    PolicyRequest request() {
        var requester = new Requester(
                person,
                verification,
                roles,
                authentication,
                Optional.ofNullable(organisation).map(id -> new Membership(id, organisationRoles)));
        var likeness = new LikenessFacts(
                LIKENESS, TALENT, state, createGranted, useGranted, age, deceased, publicFigure, onHold, takenDown);
        return new PolicyRequest(action, requester, at, likeness, matter());
    }

    private Matter matter() {
        if (action.onRelease()) {
            return new Matter.Step(
                    release(), Optional.ofNullable(action == PolicyAction.APPROVE_USE ? useAskedBy : null));
        }
        var marks = Optional.ofNullable(action == PolicyAction.DELIVER_OUTPUT ? output : null);
        return new Matter.Use(
                content,
                underRelease ? Optional.of(new Matter.UnderRelease(release(), terms())) : Optional.empty(),
                marks);
    }

    private ReleaseFacts release() {
        return new ReleaseFacts(
                RELEASE,
                releaseLikeness,
                STUDIO,
                new Signatory(signatory, capacity, proven),
                studioSigned,
                talentSigned,
                new ReleasePeriod(firstDay, lastDay, Optional.ofNullable(revokedFrom), zone),
                suspension,
                new ReleaseTerms(
                        Set.of(Purpose.ADVERTISING, Purpose.DUBBING),
                        Set.of(Medium.STREAMING, Medium.TELEVISION),
                        releaseTerritories,
                        releaseLanguages,
                        CAMPAIGN,
                        exclusions,
                        sensitive,
                        training,
                        Optional.ofNullable(timeLeft),
                        Optional.ofNullable(rendersLeft),
                        approval));
    }

    private UseTerms terms() {
        return new UseTerms(
                purpose, medium, territories, languages, project, topics, length, Optional.ofNullable(approvedBy));
    }
}
