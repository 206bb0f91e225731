package studio.selfsame.watermark;

/**
 * How many messages a detector may put to the tag of a key: each try on unmarked material passes with probability 2⁻⁴⁰, so
 * a thousand of them keep the false positive rate of one key on one file, however long, under 1e-9. Whatever
 * is searched, scales, turns or tempos, only what has been read at the likeliest places is put to the tag, and a mark shows
 * within seconds of where it begins.
 */
final class TagBudget {
    static final int MOST_TRIES = 1_000;
    private static final int MOST_AT_ONCE = 40;
    private static final int PARTS = 24;

    private int tries;

    /** How many messages to read where they are worth it: fewer as the budget shrinks, so that it lasts a long file. */
    int share() {
        return Math.clamp((MOST_TRIES - tries) / PARTS, 1, MOST_AT_ONCE);
    }

    boolean take() {
        boolean left = tries < MOST_TRIES;
        tries += left ? 1 : 0;
        return left;
    }

    /** How many have been taken. */
    int tries() {
        return tries;
    }

    /** Tries that are left, 0 or more. */
    int left() {
        return Math.max(0, MOST_TRIES - tries);
    }
}
