package studio.selfsame.work;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Writes progress to the row about four times a second at most, the newest always in the end. */
final class RowMonitor implements WorkMonitor {
    private static final long INTERVAL_NANOS = Duration.ofMillis(250).toNanos();

    private final WorkOrder order;
    private final WorkRows rows;
    private final BooleanSupplier stopping;
    private final Map<String, Double> figures = new HashMap<>();
    private @Nullable String stage;
    private double fraction;
    private long written = System.nanoTime() - INTERVAL_NANOS;
    private long checked = written;

    RowMonitor(WorkOrder order, WorkRows rows, BooleanSupplier stopping) {
        this.order = order;
        this.rows = rows;
        this.stopping = stopping;
    }

    @Override
    public synchronized void progress(String newStage, double newFraction, Map<String, Double> newFigures) {
        stage = newStage;
        fraction = Math.max(fraction, Math.clamp(Double.isNaN(newFraction) ? 0 : newFraction, 0, 1));
        newFigures.forEach((name, value) -> {
            if (Double.isFinite(value)) {
                figures.put(name, value);
            }
        });
        writeIfDue();
    }

    @Override
    public synchronized void checkCancelled() {
        writeIfDue();
        if (stopping.getAsBoolean()) {
            throw new WorkCancelledException(order.id());
        }
        long now = System.nanoTime();
        if (now - checked >= INTERVAL_NANOS) {
            checked = now;
            if (!rows.isWanted(order)) {
                throw new WorkCancelledException(order.id());
            }
        }
    }

    /** Writes what has not been written yet. */
    synchronized void flush() {
        if (stage != null) {
            rows.progress(order, stage, fraction, figures);
            stage = null;
            figures.clear();
            written = System.nanoTime();
        }
    }

    private void writeIfDue() {
        if (System.nanoTime() - written >= INTERVAL_NANOS) {
            flush();
        }
    }
}
