package studio.selfsame.enrolment;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import studio.selfsame.consent.ConsentWithdrawn;
import studio.selfsame.work.WorkQueue;

/** This room owns the data key of a likeness: when consent ends, the key does, in the same call. */
@Component
class EnrolmentWithdrawal {
    private final EnrolmentTable table;
    private final FootageErasure erasure;
    private final WorkQueue work;

    EnrolmentWithdrawal(EnrolmentTable table, FootageErasure erasure, WorkQueue work) {
        this.table = table;
        this.erasure = erasure;
        this.work = work;
    }

    @EventListener
    void withdraw(ConsentWithdrawn withdrawn) {
        table.findByLikeness(withdrawn.likeness()).ifPresent(row -> {
            table.withdraw(row.id());
            work.cancel(row.id().value());
            erasure.destroyNowAndClearOnCommit(row);
        });
    }
}
