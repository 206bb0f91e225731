package studio.selfsame.policy;

/** Why a release rests. */
public enum Suspension {
    /** It does not. */
    NO("no"),
    STRIKE("strike"),
    DISPUTE("dispute");

    private final String cedarText;

    Suspension(String cedarText) {
        this.cedarText = cedarText;
    }

    String cedarText() {
        return cedarText;
    }
}
