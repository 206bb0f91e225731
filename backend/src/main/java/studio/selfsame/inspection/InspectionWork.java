package studio.selfsame.inspection;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import org.springframework.stereotype.Component;
import studio.selfsame.problem.Problem;
import studio.selfsame.vault.DataKeyId;
import studio.selfsame.vault.Vault;
import studio.selfsame.work.WorkHandler;
import studio.selfsame.work.WorkMonitor;
import studio.selfsame.work.WorkOrder;

/** Examines a file that was handed in, and erases it. */
@Component
class InspectionWork implements WorkHandler {
    static final String KIND = "inspection.inspect";

    private final InspectionRows rows;
    private final InspectionDesk desk;
    private final FileInspector inspector;
    private final Vault vault;

    InspectionWork(InspectionRows rows, InspectionDesk desk, FileInspector inspector, Vault vault) {
        this.rows = rows;
        this.desk = desk;
        this.inspector = inspector;
        this.vault = vault;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void handle(WorkOrder order, WorkMonitor monitor) throws IOException {
        UUID id = order.subject();
        boolean waiting = rows.find(id)
                .filter(inspection -> inspection.state() == Inspection.State.INSPECTING)
                .isPresent();
        if (!waiting) {
            return;
        }
        DataKeyId key = rows.keyOf(id).orElseThrow();
        InspectionReport report = inspector.inspect(() -> vault.open(key, InspectionDesk.objectOf(id)), monitor);
        rows.end(id, Inspection.State.DONE, report, null);
        desk.erase(id, key);
    }

    @Override
    public void failed(WorkOrder order, Problem problem) {
        rows.end(order.subject(), Inspection.State.FAILED, null, problem);
        rows.keyOf(order.subject()).ifPresent(key -> {
            try {
                desk.erase(order.subject(), key);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        });
    }
}
