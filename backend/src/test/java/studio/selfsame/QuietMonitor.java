package studio.selfsame;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import studio.selfsame.work.WorkCancelledException;
import studio.selfsame.work.WorkId;
import studio.selfsame.work.WorkMonitor;
import studio.selfsame.work.WorkOrder;

/** Remembers progress; can be cancelled. */
public final class QuietMonitor implements WorkMonitor {
    private final List<Double> fractions = new ArrayList<>();
    private boolean cancelled;

    public static WorkOrder order(String kind, UUID subject) {
        return new WorkOrder(new WorkId(UUID.randomUUID()), kind, subject, 0, 1);
    }

    public QuietMonitor cancel() {
        cancelled = true;
        return this;
    }

    public List<Double> fractions() {
        return fractions;
    }

    @Override
    public void progress(String stage, double fraction, Map<String, Double> figures) {
        fractions.add(fraction);
    }

    @Override
    public void checkCancelled() {
        if (cancelled) {
            throw new WorkCancelledException(new WorkId(new UUID(0, 0)));
        }
    }
}
