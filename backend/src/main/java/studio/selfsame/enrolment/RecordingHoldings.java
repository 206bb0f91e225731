package studio.selfsame.enrolment;

import java.io.IOException;
import java.util.List;
import org.springframework.stereotype.Component;
import studio.selfsame.consent.Holding;
import studio.selfsame.consent.Holdings;
import studio.selfsame.consent.LikenessId;
import studio.selfsame.consent.SealedHoldings;
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
        return SealedHoldings.of(
                table.of(likeness),
                row -> row.brought().dataKey(),
                "recordings to perform with, with their face tracks",
                row -> !objects.exists(row.brought().tracking())
                        && !objects.exists(row.brought().video()));
    }

    @Override
    public void clear(LikenessId likeness) throws IOException {
        for (RecordingRow row : table.of(likeness)) {
            objects.delete(row.brought().tracking());
            objects.delete(row.brought().video());
        }
    }
}
