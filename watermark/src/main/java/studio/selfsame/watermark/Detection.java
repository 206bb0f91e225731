package studio.selfsame.watermark;

/** What a detector can say about the material it was given. */
public sealed interface Detection {

    /**
     * A mark made with one of the keys is there.
     *
     * @param payload the id it carries, exact
     * @param keyId the key it was made with
     * @param confidence correlation of what was received with a perfect mark of this payload, 0..1: 1 is a clean
     *     channel, about 0.6 is what the decoder makes of pure noise
     * @param firstCertainUs presentation time in microseconds by which the payload was certain
     * @param alteration what had to be undone to read it
     */
    record Found(Payload payload, String keyId, double confidence, long firstCertainUs, Alteration alteration)
            implements Detection {}

    /** There was enough material to find a mark in, and none of the keys opened one. */
    record Absent() implements Detection {}

    /**
     * Nothing was found, but the material does not allow to say that nothing is there.
     *
     * @param why for the user, in a sentence
     */
    record Inconclusive(String why) implements Detection {}
}
