package studio.selfsame.consent;

import java.io.IOException;
import java.util.List;

/**
 * What one room keeps of likenesses. Every room that stores something of a likeness has one, so that the certificate of its
 * deletion leaves nothing out.
 */
public interface Holdings {
    /** What there was of an ended likeness, and whether anything of it still lies in the store. Asked after the end. */
    List<Holding> of(LikenessId likeness);

    /**
     * Tries again to remove what the end of the likeness could not remove, except for what has a clock of its own. Asked only
     * of an ended likeness, any number of times.
     */
    void clear(LikenessId likeness) throws IOException;
}
