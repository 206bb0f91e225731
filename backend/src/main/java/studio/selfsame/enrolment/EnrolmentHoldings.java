package studio.selfsame.enrolment;

import java.io.IOException;
import java.util.List;
import org.springframework.stereotype.Component;
import studio.selfsame.consent.Holding;
import studio.selfsame.consent.Holdings;
import studio.selfsame.consent.LikenessId;
import studio.selfsame.consent.SealedHoldings;
import studio.selfsame.vault.ObjectStore;

/** Footage, and the face track that was read from it. */
@Component
class EnrolmentHoldings implements Holdings {
    private final EnrolmentTable table;
    private final FootageErasure erasure;
    private final ObjectStore objects;

    EnrolmentHoldings(EnrolmentTable table, FootageErasure erasure, ObjectStore objects) {
        this.table = table;
        this.erasure = erasure;
        this.objects = objects;
    }

    @Override
    public List<Holding> of(LikenessId likeness) {
        return SealedHoldings.of(
                table.findByLikeness(likeness).stream().toList(),
                EnrolmentRow::dataKey,
                "footage with its sound and face track",
                row -> objects.isEmpty(row.folder()));
    }

    @Override
    public void clear(LikenessId likeness) throws IOException {
        var row = table.findByLikeness(likeness);
        if (row.isPresent()) {
            erasure.eraseNow(row.get());
        }
    }
}
