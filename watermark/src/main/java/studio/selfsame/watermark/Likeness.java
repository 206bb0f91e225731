package studio.selfsame.watermark;

/** What a comparison of two fingerprints can say. */
public sealed interface Likeness {

    /**
     * The other material was made from this.
     *
     * @param agreement 0..1, where 1 is an exact copy and about 0.2 what unlike material has by chance
     * @param offsetUs where in this the other one begins, in microseconds from the first frame or sample; negative if the
     *     other one begins before this does
     */
    record Same(double agreement, long offsetUs) implements Likeness {}

    /**
     * The other material was not made from this, or was changed beyond recognition.
     *
     * @param agreement the best that was found anywhere, 0..1
     */
    record Different(double agreement) implements Likeness {}

    /**
     * The material does not allow to say either.
     *
     * @param why for the user, in a sentence
     */
    record Unclear(String why) implements Likeness {}
}
