package studio.selfsame.policy;

/** What someone asks to do; the actions of {@code schema.cedarschema}. */
public enum PolicyAction {
    /** Hand in footage of oneself. */
    ENROL_FOOTAGE("EnrolFootage", false),
    /** Train a likeness from its owner's footage. */
    CREATE_LIKENESS("CreateLikeness", false),
    /** Render a performance of a likeness. */
    RENDER_PERFORMANCE("RenderPerformance", false),
    /** Hand out the sealed result. */
    DELIVER_OUTPUT("DeliverOutput", false),
    /** End all consent for a likeness. */
    WITHDRAW_CONSENT("WithdrawConsent", false),
    /** Write a release, or a new version of one. */
    DRAFT_RELEASE("DraftRelease", true),
    /** Sign it for the organisation. */
    SIGN_FOR_STUDIO("SignForStudio", true),
    /** Sign it for the person shown. */
    COUNTERSIGN_RELEASE("CountersignRelease", true),
    /** Agree to one single use under it. */
    APPROVE_USE("ApproveUse", true),
    /** Let it rest. */
    SUSPEND_RELEASE("SuspendRelease", true),
    /** End it. */
    REVOKE_RELEASE("RevokeRelease", true);

    private final String cedarId;
    private final boolean onRelease;

    PolicyAction(String cedarId, boolean onRelease) {
        this.cedarId = cedarId;
        this.onRelease = onRelease;
    }

    /** Whether it is done to a release rather than to a likeness. */
    boolean onRelease() {
        return onRelease;
    }

    /** Whether it uses a likeness, which a release can be the ground for. */
    boolean uses() {
        return this == CREATE_LIKENESS || this == RENDER_PERFORMANCE || this == DELIVER_OUTPUT;
    }

    String cedarId() {
        return cedarId;
    }
}
