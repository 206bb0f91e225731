package studio.selfsame.performance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import studio.selfsame.consent.Holding;
import studio.selfsame.consent.Holdings;
import studio.selfsame.consent.LikenessId;
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
        List<Holding> holdings = new ArrayList<>();
        table.of(likeness).stream()
                .filter(row -> row.state() != PerformanceRow.State.DELETED || !isCleared(row))
                .collect(Collectors.groupingBy(PerformanceRow::dataKey))
                .forEach((key, rows) -> holdings.add(new Holding.Sealed(
                        key,
                        "scripts and recordings with their speech",
                        rows.size(),
                        rows.stream().allMatch(this::isCleared))));
        return holdings;
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
