package studio.selfsame.watermark;

/**
 * How many messages a detector may put to the tag: each try on unmarked material passes with probability 2⁻⁴⁰, so a
 * thousand of them keep the false positive rate of a whole detection, however long the file, under 1e-9.
 */
final class TagBudget {
    private static final int MOST_TRIES = 1_000;
    private int tries;

    boolean take() {
        return tries++ < MOST_TRIES;
    }
}
