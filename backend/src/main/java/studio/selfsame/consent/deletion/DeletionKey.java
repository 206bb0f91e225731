package studio.selfsame.consent.deletion;

import studio.selfsame.audit.NoteKey;

/** The key that signs certificates of deletion, and nothing else. */
class DeletionKey {
    private final NoteKey key;

    DeletionKey(NoteKey key) {
        this.key = key;
    }

    String sign(String text) {
        return key.sign(text);
    }

    /** The public half, {@code NAME+ID+KEY}. */
    String verifierKey() {
        return key.verifierKey();
    }

    @Override
    public String toString() {
        return key.toString();
    }
}
