package studio.selfsame.policy;

/** What someone asks to do; the actions of {@code schema.cedarschema}. */
public enum PolicyAction {
    /** Train a likeness from its owner's footage. */
    CREATE_LIKENESS("CreateLikeness"),
    /** Render a performance of a likeness. */
    RENDER_PERFORMANCE("RenderPerformance"),
    /** Hand out the sealed result. */
    DELIVER_OUTPUT("DeliverOutput"),
    /** End all consent for a likeness. */
    WITHDRAW_CONSENT("WithdrawConsent");

    private final String cedarId;

    PolicyAction(String cedarId) {
        this.cedarId = cedarId;
    }

    String cedarId() {
        return cedarId;
    }
}
