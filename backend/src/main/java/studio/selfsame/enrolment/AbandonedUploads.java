package studio.selfsame.enrolment;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import studio.selfsame.enrolment.EnrolmentRow.State;

/** Footage whose upload was cut off by the end of the server belongs to nobody's list: its key is destroyed. */
@Component
@ConditionalOnWebApplication
class AbandonedUploads {
    private final EnrolmentTable table;
    private final FootageErasure erasure;

    AbandonedUploads(EnrolmentTable table, FootageErasure erasure) {
        this.table = table;
        this.erasure = erasure;
    }

    @EventListener(ApplicationReadyEvent.class)
    void eraseLeftovers() {
        for (EnrolmentRow row : table.inState(State.RECEIVING)) {
            erasure.erase(row);
            table.delete(row.id());
        }
    }
}
