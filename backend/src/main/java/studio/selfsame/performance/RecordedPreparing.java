package studio.selfsame.performance;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import studio.selfsame.performance.PerformanceRow.State;
import studio.selfsame.performance.Preparation.Ready;
import studio.selfsame.performance.Preparation.Refused;
import studio.selfsame.problem.Problem;
import studio.selfsame.vault.Vault;
import studio.selfsame.work.WorkHandler;
import studio.selfsame.work.WorkMonitor;
import studio.selfsame.work.WorkOrder;

/** Looks at and listens to what was uploaded; what cannot be used is not kept. */
@Component
class RecordedPreparing implements WorkHandler {
    static final String KIND = "performance.prepare";

    private final PerformanceTable table;
    private final RecordedExamination examination;
    private final PerformanceErasure erasure;
    private final Vault vault;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final TransactionTemplate transaction;

    RecordedPreparing(
            PerformanceTable table,
            RecordedExamination examination,
            PerformanceErasure erasure,
            Vault vault,
            ApplicationEventPublisher events,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.table = table;
        this.examination = examination;
        this.erasure = erasure;
        this.vault = vault;
        this.events = events;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void handle(WorkOrder order, WorkMonitor monitor) throws Exception {
        PerformanceRow row = table.find(new PerformanceId(order.subject())).orElseThrow();
        if (row.state() == State.REFUSED) {
            // The attempt before this one ended between the decision and the erasure.
            erasure.erase(row);
        }
        if (row.state() != State.PREPARING) {
            return;
        }
        monitor.progress("opening the files", 0, Map.of());
        Preparation preparation = examination.examine(row, monitor);
        monitor.checkCancelled();
        switch (preparation) {
            case Ready(PacedUtterance words) -> ready(row, words);
            case Refused(List<Reason> reasons) -> refuse(row, reasons);
        }
        monitor.progress("ready", 1, Map.of());
    }

    @Override
    public void failed(WorkOrder order, Problem problem) {
        PerformanceRow row = table.find(new PerformanceId(order.subject())).orElseThrow();
        table.failed(row.id(), problem);
        erasure.eraseOnCommit(row);
    }

    private void ready(PerformanceRow row, PacedUtterance words) throws IOException {
        vault.seal(row.dataKey(), row.utterance(), out -> UtteranceCodec.write(words, out));
        long durationUs = words.utterance().audio().durationUs();
        transaction.executeWithoutResult(status -> {
            if (table.ready(row.id(), durationUs)) {
                events.publishEvent(PerformancePrepared.of(row, durationUs));
            }
        });
    }

    private void refuse(PerformanceRow row, List<Reason> reasons) {
        Problem problem = new Problem(
                "performance",
                reasons.stream().map(Reason::text).distinct().collect(Collectors.joining(" ")),
                "Nothing was prepared, and nothing of what you sent was kept.",
                reasons.stream().map(Reason::remedy).distinct().collect(Collectors.joining(" ")));
        List<String> codes = reasons.stream().map(Reason::code).distinct().toList();
        transaction.executeWithoutResult(status -> {
            if (table.refused(row.id(), problem, reasons, clock.instant())) {
                events.publishEvent(new PerformanceRefused(row.id(), row.likeness(), row.kind(), codes));
            }
        });
        erasure.erase(row);
    }
}
