package studio.selfsame.consent;

import java.util.Optional;
import studio.selfsame.audit.NoteKey;

/** A signed statement of what became of a likeness after consent to it had ended, as a C2SP signed note. */
public final class DeletionCertificate {
    /** First line of every such text, and of no other that this studio signs. */
    public static final String FIRST_LINE = "selfsame deletion certificate 1";

    private DeletionCertificate() {}

    /**
     * What a certificate says, if this key has signed it.
     *
     * @param verifierKey of the studio that issued it, {@code NAME+ID+KEY}, from a source that is trusted
     * @throws IllegalArgumentException when the note is no such certificate or the key is no key
     */
    public static Optional<String> verified(String note, String verifierKey) {
        var text = NoteKey.signedText(note, verifierKey);
        if (!note.startsWith(FIRST_LINE + "\n")) {
            throw new IllegalArgumentException("this is not a deletion certificate");
        }
        return text;
    }
}
