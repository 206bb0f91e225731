package studio.selfsame.likeness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.springframework.stereotype.Component;
import studio.selfsame.consent.Holding;
import studio.selfsame.consent.Holdings;
import studio.selfsame.consent.LikenessId;
import studio.selfsame.vault.ObjectStore;

/** Models, of every training, with the pictures that they were trained from. */
@Component
class LikenessHoldings implements Holdings {
    private final LikenessTable table;
    private final ObjectStore objects;

    LikenessHoldings(LikenessTable table, ObjectStore objects) {
        this.table = table;
        this.objects = objects;
    }

    @Override
    public List<Holding> of(LikenessId likeness) {
        return table
                .find(likeness)
                .<Holding>map(row -> new Holding.Sealed(
                        row.dataKey(), "trainings of the model, with its pictures", row.run() + 1, isCleared(likeness)))
                .stream()
                .toList();
    }

    @Override
    public void clear(LikenessId likeness) throws IOException {
        objects.deleteAll(LikenessRow.everyRun(likeness));
    }

    private boolean isCleared(LikenessId likeness) {
        try {
            return objects.isEmpty(LikenessRow.everyRun(likeness));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
