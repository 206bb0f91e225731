package studio.selfsame.consent;

import java.time.Instant;
import studio.selfsame.vault.DataKeyId;

/** Something that was kept of a likeness. */
public sealed interface Holding {
    /** Whether nothing of it lies in the store any more. */
    boolean cleared();

    /**
     * Things that were sealed with a data key.
     *
     * @param what in plain words, e.g. {@code footage}
     * @param count of them; 0 is not worth telling
     */
    record Sealed(DataKeyId key, String what, int count, boolean cleared) implements Holding {}

    /** A delivered video, marked as withdrawn at {@code withdrawnAt}. */
    record Output(String outputId, Instant withdrawnAt, boolean cleared) implements Holding {}
}
