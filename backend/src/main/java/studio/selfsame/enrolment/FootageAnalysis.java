package studio.selfsame.enrolment;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import studio.selfsame.enrolment.EnrolmentRow.State;
import studio.selfsame.enrolment.FootageScreen.Objection;
import studio.selfsame.face.FaceTrackingCodec;
import studio.selfsame.media.Media;
import studio.selfsame.media.MediaReader;
import studio.selfsame.problem.Problem;
import studio.selfsame.problem.ProblemException;
import studio.selfsame.vault.Vault;
import studio.selfsame.work.WorkHandler;
import studio.selfsame.work.WorkMonitor;
import studio.selfsame.work.WorkOrder;

/** Decides whether footage shows the verified person, and nobody else, well enough. Refused footage is not kept. */
@Component
class FootageAnalysis implements WorkHandler {
    static final String KIND = "enrolment.analyse";

    private final EnrolmentTable table;
    private final Vault vault;
    private final Media media;
    private final EnrolmentSettings settings;
    private final FootageScreen screen;
    private final FootageExamination examination;
    private final FaceTrackingCodec codec;
    private final FootageErasure erasure;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final TransactionTemplate transaction;

    FootageAnalysis(
            EnrolmentTable table,
            Vault vault,
            Media media,
            EnrolmentSettings settings,
            FootageScreen screen,
            FootageExamination examination,
            FaceTrackingCodec codec,
            FootageErasure erasure,
            ApplicationEventPublisher events,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.table = table;
        this.vault = vault;
        this.media = media;
        this.settings = settings;
        this.screen = screen;
        this.examination = examination;
        this.codec = codec;
        this.erasure = erasure;
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
        EnrolmentRow row = table.find(new EnrolmentId(order.subject())).orElseThrow();
        if (row.state() == State.REFUSED) {
            // The attempt before this one ended between the decision and the erasure.
            erasure.erase(row);
        }
        if (row.state() != State.ANALYSING) {
            return;
        }
        monitor.progress("opening the footage", 0, Map.of());
        try {
            decide(row, examined(row, monitor), monitor);
        } catch (ProblemException e) {
            if (e.kind() != ProblemException.Kind.UNUSABLE) {
                throw e;
            }
            refuse(row, null, e.problem(), List.of("unreadable"));
        }
    }

    @Override
    public void failed(WorkOrder order, Problem problem) {
        EnrolmentRow row = table.find(new EnrolmentId(order.subject())).orElseThrow();
        if (table.decide(row.id(), State.FAILED, null, problem, clock.instant())) {
            erasure.eraseOnCommit(row);
        }
    }

    private Judgement examined(EnrolmentRow row, WorkMonitor monitor) throws IOException {
        FootageScreen.Source file = () -> vault.open(row.dataKey(), row.footage());
        // Before anything here opens it: it may be made to break its readers.
        List<Objection> objections = screen.screen(file, settings.longest(), monitor);
        try (MediaReader reader = media.open(file.open())) {
            return examination.examine(row.person(), reader, objections, monitor);
        }
    }

    private void decide(EnrolmentRow row, Judgement judgement, WorkMonitor monitor) throws IOException {
        monitor.checkCancelled();
        if (judgement.accepted()) {
            vault.seal(row.dataKey(), row.tracking(), out -> codec.write(judgement.person(), out));
            accept(row, judgement);
        } else {
            refuse(row, judgement.report(), judgement.problem(), judgement.codes());
        }
        monitor.progress(judgement.accepted() ? "accepted" : "refused", 1, Map.of());
    }

    private void accept(EnrolmentRow row, Judgement judgement) {
        EnrolmentReport report = judgement.report();
        transaction.executeWithoutResult(status -> {
            if (table.decide(row.id(), State.ACCEPTED, report, null, clock.instant())) {
                events.publishEvent(new EnrolmentAccepted(
                        row.id(), row.likeness(), report.shots().size(), report.usableFrames()));
            }
        });
    }

    private void refuse(EnrolmentRow row, @Nullable EnrolmentReport report, Problem problem, List<String> codes) {
        Boolean refused = transaction.execute(status -> {
            boolean decided = table.decide(row.id(), State.REFUSED, report, problem, clock.instant());
            if (decided) {
                events.publishEvent(new EnrolmentRefused(row.id(), row.likeness(), codes));
            }
            return decided;
        });
        if (Boolean.TRUE.equals(refused)) {
            erasure.erase(row);
        }
    }
}
