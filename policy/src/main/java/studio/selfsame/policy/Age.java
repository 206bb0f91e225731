package studio.selfsame.policy;

/** Whether the person shown is of age. */
public enum Age {
    /** Nobody has established it. */
    UNKNOWN("unknown"),
    ADULT("adult"),
    /** A minor whose case the studio has not taken on, which is how every minor's begins. */
    MINOR("minor"),
    /** A minor whose case the studio has taken on; a guardian's release is needed all the same. */
    CLEARED_MINOR("cleared-minor");

    private final String cedarText;

    Age(String cedarText) {
        this.cedarText = cedarText;
    }

    String cedarText() {
        return cedarText;
    }
}
