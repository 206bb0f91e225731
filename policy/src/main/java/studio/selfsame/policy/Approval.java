package studio.selfsame.policy;

/** Who must agree to each single use under a release. */
public enum Approval {
    NONE("none"),
    /** A reviewer of the organisation. */
    REVIEWER("reviewer"),
    /** Who signed for the person shown. */
    TALENT("talent");

    private final String cedarText;

    Approval(String cedarText) {
        this.cedarText = cedarText;
    }

    String cedarText() {
        return cedarText;
    }
}
