package studio.selfsame.policy;

/** Whether a likeness shows somebody whom many people know. */
public enum PublicFigure {
    /** Nobody has looked. */
    UNKNOWN("unknown"),
    NO("no"),
    /** Yes, and it is they themselves who own it. */
    CONFIRMED("confirmed"),
    /** Yes, and whether its owner is they is open. */
    UNCONFIRMED("unconfirmed");

    private final String cedarText;

    PublicFigure(String cedarText) {
        this.cedarText = cedarText;
    }

    String cedarText() {
        return cedarText;
    }
}
