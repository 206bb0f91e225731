package studio.selfsame.policy;

/** Where a result is shown. */
public enum Medium {
    CINEMA("cinema"),
    TELEVISION("television"),
    STREAMING("streaming"),
    ONLINE("online"),
    SOCIAL_MEDIA("social-media"),
    RADIO("radio"),
    GAMES("games"),
    LIVE_EVENT("live-event"),
    INTRANET("intranet");

    private final String cedarText;

    Medium(String cedarText) {
        this.cedarText = cedarText;
    }

    String cedarText() {
        return cedarText;
    }
}
