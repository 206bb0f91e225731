package studio.selfsame.policy;

/** What a performance is declared to contain. */
public enum ContentFlag {
    // never made
    SEXUAL("sexual", false),
    HATE("hate", false),
    INCITEMENT("incitement", false),
    DECEPTION("deception", false),
    /** The person is made to pass for another real person. */
    AS_ANOTHER_PERSON("as-another-person", false),
    /** The person plays an invented part; no public figure does. */
    AS_CHARACTER("as-character", false),

    // under a release only where it says so
    NUDITY("nudity", true),
    VIOLENCE("violence", true),
    POLITICS("politics", true),
    RELIGION("religion", true),
    HEALTH("health", true),
    ALCOHOL_AND_TOBACCO("alcohol-and-tobacco", true),
    GAMBLING("gambling", true);

    private final String cedarText;
    private final boolean sensitive;

    ContentFlag(String cedarText, boolean sensitive) {
        this.cedarText = cedarText;
        this.sensitive = sensitive;
    }

    /** Whether a release can allow it, and must. */
    public boolean sensitive() {
        return sensitive;
    }

    String cedarText() {
        return cedarText;
    }
}
