package studio.selfsame.policy;

/** What a use is for. */
public enum Purpose {
    ADVERTISING("advertising"),
    ENTERTAINMENT("entertainment"),
    /** Another language for a performance that the person gave. */
    DUBBING("dubbing"),
    EDUCATION("education"),
    /** Sign language, easy language, a voice for somebody who lost theirs. */
    ACCESSIBILITY("accessibility"),
    /** Inside the organisation only. */
    INTERNAL("internal");

    private final String cedarText;

    Purpose(String cedarText) {
        this.cedarText = cedarText;
    }

    String cedarText() {
        return cedarText;
    }
}
