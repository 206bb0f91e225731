package studio.selfsame.performance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.springframework.stereotype.Component;
import studio.selfsame.consent.Holding;
import studio.selfsame.consent.Holdings;
import studio.selfsame.consent.LikenessId;
import studio.selfsame.consent.SealedHoldings;
import studio.selfsame.vault.ObjectStore;

/** Scripts and recordings with their speech. */
@Component
class PerformanceHoldings implements Holdings {
    private final PerformanceTable table;
    private final ObjectStore objects;

    PerformanceHoldings(PerformanceTable table, ObjectStore objects) {
        this.table = table;
        this.objects = objects;
    }

    @Override
    public List<Holding> of(LikenessId likeness) {
        List<PerformanceRow> kept = table.of(likeness).stream()
                .filter(row -> row.state() != PerformanceRow.State.DELETED || !isCleared(row))
                .toList();
        return SealedHoldings.of(
                kept, PerformanceRow::dataKey, "scripts and recordings with their speech", this::isCleared);
    }

    @Override
    public void clear(LikenessId likeness) throws IOException {
        for (PerformanceRow row : table.of(likeness)) {
            objects.deleteAll(row.folder());
        }
    }

    private boolean isCleared(PerformanceRow row) {
        try {
            return objects.isEmpty(row.folder());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
