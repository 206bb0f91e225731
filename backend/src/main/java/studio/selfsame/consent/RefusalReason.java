package studio.selfsame.consent;

import studio.selfsame.policy.Decision;

/** Reasons that no policy gives: found before or around the question. */
enum RefusalReason {
    ERROR(Decision.ERROR, "It could not be decided whether this is allowed, so it is not. Try again later."),
    LIKENESS_UNKNOWN("likeness-unknown", "There is no such likeness."),
    FORGED("authorization-forged", "The authorization was not issued by this studio, or was altered afterwards."),
    EXPIRED("authorization-expired", "The authorization has expired. Ask for a new one."),
    OTHER_USE("authorization-other-use", "The authorization was issued for something else than is being done."),
    RELEASE_USE_UNKNOWN(
            "release-use-unknown",
            "Under this talent release there is no such use: nobody asked for it, it was refused or withdrawn, or it was"
                    + " asked for as a shorter one."),
    OTHER_SCRIPT("release-other-script", "The use under the release was asked for with another script."),
    OTHER_LANGUAGE("release-other-language", "The use under the release was asked for in another language.");

    private final AuthorizationDecision.Reason reason;

    RefusalReason(String id, String text) {
        this.reason = new AuthorizationDecision.Reason(id, text);
    }

    AuthorizationDecision.Reason reason() {
        return reason;
    }
}
