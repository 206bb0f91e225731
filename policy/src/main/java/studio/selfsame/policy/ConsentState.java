package studio.selfsame.policy;

/** Where the consent for a likeness stands. */
public enum ConsentState {
    /** Nothing granted yet. */
    OPEN("open"),
    /** Something is granted. */
    GRANTED("granted"),
    /** Ended by the owner, for ever. */
    WITHDRAWN("withdrawn");

    private final String cedarText;

    ConsentState(String cedarText) {
        this.cedarText = cedarText;
    }

    String cedarText() {
        return cedarText;
    }
}
