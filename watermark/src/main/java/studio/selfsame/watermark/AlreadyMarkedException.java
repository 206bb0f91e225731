package studio.selfsame.watermark;

/** The material bears a mark of this key already: a second one would make both harder to read, and hide the first. */
public final class AlreadyMarkedException extends RuntimeException {
    private final transient Payload payload;

    AlreadyMarkedException(Payload payload) {
        super("The material is marked already, with the id " + payload.toHex());
        this.payload = payload;
    }

    /** The id that is there. */
    public Payload payload() {
        return payload;
    }
}
