package studio.selfsame.rendering;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import studio.selfsame.consent.Holding;
import studio.selfsame.consent.Holdings;
import studio.selfsame.consent.LikenessId;
import studio.selfsame.likeness.Likenesses;
import studio.selfsame.retention.Retained;
import studio.selfsame.retention.RetentionClock;
import studio.selfsame.vault.ObjectKey;
import studio.selfsame.vault.ObjectStore;

/** Drawn pieces: for the certificate of an ended likeness, and when nobody has used them for a while. */
@Component
class DrawnHoldings implements Holdings, Retained {
    private final DrawnSegments drawn;
    private final ObjectStore objects;
    private final Likenesses likenesses;

    DrawnHoldings(DrawnSegments drawn, ObjectStore objects, Likenesses likenesses) {
        this.drawn = drawn;
        this.objects = objects;
        this.likenesses = likenesses;
    }

    @Override
    public List<Holding> of(LikenessId likeness) {
        int count = drawn.count(likeness);
        return count == 0
                ? List.of()
                : List.of(new Holding.Sealed(
                        likenesses.dataKeyOf(likeness),
                        "drawn pieces of renders, kept to be used again",
                        count,
                        isCleared(likeness)));
    }

    @Override
    public void clear(LikenessId likeness) throws IOException {
        drawn.eraseAll(likeness);
    }

    @Override
    public RetentionClock clock() {
        return RetentionClock.DRAWN_PIECES;
    }

    @Override
    public int due(Instant upTo) {
        return drawn.countUnused(upTo);
    }

    @Override
    public int sweep(Instant upTo) throws IOException {
        List<ObjectKey> unused = drawn.forgetUnused(upTo);
        for (ObjectKey object : unused) {
            objects.delete(object);
        }
        return unused.size();
    }

    private boolean isCleared(LikenessId likeness) {
        try {
            return drawn.isErased(likeness);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
