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

/** Scratch of renders: for the certificate of an ended likeness, and where the end of a render left some. */
@Component
class ScratchHoldings implements Holdings, Retained {
    private final RenderRows rows;
    private final Scratch scratch;
    private final Likenesses likenesses;

    ScratchHoldings(RenderRows rows, Scratch scratch, Likenesses likenesses) {
        this.rows = rows;
        this.scratch = scratch;
        this.likenesses = likenesses;
    }

    @Override
    public List<Holding> of(LikenessId likeness) {
        var renders = rows.ofLikeness(likeness);
        return renders.isEmpty()
                ? List.of()
                : List.of(new Holding.Sealed(
                        likenesses.dataKeyOf(likeness),
                        "renders with their scratch",
                        renders.size(),
                        renders.stream().allMatch(this::isCleared)));
    }

    @Override
    public void clear(LikenessId likeness) throws IOException {
        for (var render : rows.ofLikeness(likeness)) {
            scratch.eraseAll(render);
        }
    }

    @Override
    public RetentionClock clock() {
        return RetentionClock.RENDER_SCRATCH;
    }

    @Override
    public int due(Instant upTo) {
        return rows.countEnded(upTo);
    }

    @Override
    public int sweep(Instant upTo) throws IOException {
        var ended = rows.ended(upTo);
        for (var render : ended) {
            scratch.eraseAll(render);
            rows.scratchErased(render);
        }
        return ended.size();
    }

    private boolean isCleared(RenderId render) {
        try {
            return scratch.isErased(render);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
