package studio.selfsame.sealing;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import studio.selfsame.consent.Holding;
import studio.selfsame.consent.Holdings;
import studio.selfsame.consent.LikenessId;
import studio.selfsame.retention.Retained;
import studio.selfsame.retention.RetentionClock;
import studio.selfsame.vault.ObjectStore;

/** Delivered videos of an ended likeness: their files have a clock of their own, their public records stay. */
@Component
class OutputHoldings implements Holdings, Retained {
    private final WithdrawnOutputs outputs;
    private final ObjectStore store;

    OutputHoldings(WithdrawnOutputs outputs, ObjectStore store) {
        this.outputs = outputs;
        this.store = store;
    }

    @Override
    public List<Holding> of(LikenessId likeness) {
        return outputs.of(likeness);
    }

    @Override
    public void clear(LikenessId likeness) {
        // by their own clock, so that whoever had them made can fetch them until then
    }

    @Override
    public RetentionClock clock() {
        return RetentionClock.WITHDRAWN_OUTPUTS;
    }

    @Override
    public int due(Instant upTo) {
        return outputs.count(upTo);
    }

    @Override
    public int sweep(Instant upTo) throws IOException {
        var renders = outputs.rendersOf(upTo);
        for (var render : renders) {
            store.delete(Delivery.objectOf(render));
            outputs.erased(render);
        }
        return renders.size();
    }
}
