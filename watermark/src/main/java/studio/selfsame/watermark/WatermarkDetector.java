package studio.selfsame.watermark;

import java.util.List;

/** Where looking for marks begins: the keys to try and how far to search. Safe for use by several threads. */
public final class WatermarkDetector {
    /** How many decoded messages a detector puts to the tag of one key at most, however long the material. */
    public static final int MOST_TAG_TRIES = TagBudget.MOST_TRIES;
    /** Length of the keyed tag: a message that no embedder made passes it once in two to this power. */
    public static final int TAG_BITS = PayloadCode.TAG_BITS;

    private final List<WatermarkKey> keys;
    private final Search search;

    private WatermarkDetector(List<WatermarkKey> keys, Search search) {
        this.keys = keys;
        this.search = search;
    }

    /**
     * A detector that tries every key, so that keys can be rotated.
     *
     * @param keys at least one, no key id twice
     * @throws IllegalArgumentException if there is no key, or one id twice
     */
    public static WatermarkDetector create(List<WatermarkKey> keys, Search search) {
        return new WatermarkDetector(Checks.keys(keys), search);
    }

    /** A detector for the frames of one video. */
    public PictureDetector picture(PictureFormat format) {
        return new PictureDetector(keys, search, format);
    }

    /** A detector for one sound track; its rate need not be that of the marked sound. */
    public SoundDetector sound(SoundFormat format) {
        return new SoundDetector(keys, search, format);
    }
}
