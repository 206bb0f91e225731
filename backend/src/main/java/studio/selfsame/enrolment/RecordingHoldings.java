package studio.selfsame.enrolment;

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

/** Takes and plates with the face tracks that were read from them. */
@Component
class RecordingHoldings implements Holdings {
    private final RecordingTable table;
    private final ObjectStore objects;

    RecordingHoldings(RecordingTable table, ObjectStore objects) {
        this.table = table;
        this.objects = objects;
    }

    @Override
    public List<Holding> of(LikenessId likeness) {
        List<Holding> holdings = new ArrayList<>();
        table.of(likeness).stream()
                .collect(Collectors.groupingBy(row -> row.brought().dataKey()))
                .forEach((key, rows) -> holdings.add(new Holding.Sealed(
                        key,
                        "recordings to perform with, with their face tracks",
                        rows.size(),
                        rows.stream().allMatch(this::isCleared))));
        return holdings;
    }

    @Override
    public void clear(LikenessId likeness) throws IOException {
        for (RecordingRow row : table.of(likeness)) {
            objects.delete(row.brought().tracking());
            objects.delete(row.brought().video());
        }
    }

    private boolean isCleared(RecordingRow row) {
        try {
            return !objects.exists(row.brought().tracking())
                    && !objects.exists(row.brought().video());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
