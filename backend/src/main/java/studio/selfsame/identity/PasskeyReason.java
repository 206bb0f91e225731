package studio.selfsame.identity;

/** Why a ceremony did not succeed. */
enum PasskeyReason {
    CEREMONY_UNKNOWN("You were not asked for this here."),
    CEREMONY_SPENT("This question was answered before; each is good for one answer."),
    CEREMONY_EXPIRED("The five minutes for the answer are over."),
    CEREMONY_OF_ANOTHER_KIND("You were asked for something else than what was answered."),
    PASSKEY_UNKNOWN("Your account has no such passkey."),
    PASSKEY_REVOKED("This passkey was revoked."),
    PASSKEY_TAKEN("This passkey is registered here already."),
    ANSWER_UNREADABLE("The answer is not what a browser makes of a passkey."),
    ANSWER_OF_ANOTHER_KIND("The browser answered another kind of question."),
    CHALLENGE_DIFFERS("The answer is to another challenge."),
    ORIGIN_DIFFERS("The answer was given on a page that is not the studio's."),
    PAGE_EMBEDDED("The answer was given on a page inside a page of somebody else."),
    RELYING_PARTY_DIFFERS("The passkey answered for another relying party."),
    NOBODY_PRESENT("The authenticator did not see that somebody was present."),
    NOBODY_VERIFIED("The authenticator did not verify who was present, by PIN, finger or face."),
    KEY_MISSING("The authenticator did not send a key."),
    ALGORITHM_NOT_OFFERED("The key is of a kind that was not asked for."),
    SIGNATURE_WRONG("The signature is not one of this passkey."),
    BACKUP_STATE_WRONG("What the answer says of copies of the passkey contradicts its registration."),
    COUNTER_WENT_BACK("The authenticator counts fewer uses than were seen: there may be a copy of the passkey."),
    STANDARD_VIOLATED("The answer violates the Web Authentication standard.");

    private final String text;

    PasskeyReason(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }
}
