package studio.selfsame.inspection.takedown;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import studio.selfsame.inspection.FileInspector;
import studio.selfsame.inspection.InspectionReport;
import studio.selfsame.problem.Problem;
import studio.selfsame.sealing.OutputCopies;
import studio.selfsame.sealing.OutputDisclosures;
import studio.selfsame.vault.DataKeyId;
import studio.selfsame.vault.Vault;
import studio.selfsame.work.WorkHandler;
import studio.selfsame.work.WorkMonitor;
import studio.selfsame.work.WorkOrder;

/** Finds what a file that came with a claim was made from, and every output that shows and says the same; erases the file. */
@Component
class TakedownSearch implements WorkHandler {
    static final String KIND = "inspection.takedown";

    private final CaseRows cases;
    private final MatchRows matches;
    private final ClaimVault claims;
    private final FileInspector inspector;
    private final OutputDisclosures disclosures;
    private final OutputCopies copies;
    private final Vault vault;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    TakedownSearch(
            CaseRows cases,
            MatchRows matches,
            ClaimVault claims,
            FileInspector inspector,
            OutputDisclosures disclosures,
            OutputCopies copies,
            Vault vault,
            ApplicationEventPublisher events,
            TransactionTemplate transaction) {
        this.cases = cases;
        this.matches = matches;
        this.claims = claims;
        this.inspector = inspector;
        this.disclosures = disclosures;
        this.copies = copies;
        this.vault = vault;
        this.events = events;
        this.transaction = transaction;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void handle(WorkOrder order, WorkMonitor monitor) throws IOException {
        TakedownCase one = searching(order.subject()).orElse(null);
        if (one == null) {
            return;
        }
        List<Match> found = new ArrayList<>();
        DataKeyId key = one.fileKey();
        if (key != null) {
            InspectionReport report = inspector.inspect(() -> vault.open(key, ClaimVault.file(one.id())), monitor);
            Match.of(report).ifPresent(found::add);
        }
        for (Match match :
                Stream.concat(found.stream(), matches.of(one.id()).stream()).toList()) {
            disclosures.prints(match.outputId()).map(copies::of).orElse(List.of()).stream()
                    .filter(copy -> !copy.equals(match.outputId()))
                    .map(copy -> Match.copy(copy, match.sure()))
                    .forEach(found::add);
        }
        transaction.executeWithoutResult(status -> record(one.id(), found));
        eraseFile(one);
    }

    private void record(UUID id, List<Match> found) {
        cases.lock(id);
        for (Match match : found) {
            if (matches.add(id, match)) {
                events.publishEvent(TakedownRecord.matched(id, match));
            }
        }
        cases.searched(id, null);
        events.publishEvent(TakedownRecord.searched(id, false));
    }

    @Override
    public void failed(WorkOrder order, Problem problem) {
        searching(order.subject()).ifPresent(one -> {
            cases.searched(one.id(), problem);
            events.publishEvent(TakedownRecord.searched(one.id(), true));
            try {
                eraseFile(one);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        });
    }

    private void eraseFile(TakedownCase one) throws IOException {
        if (one.fileKey() != null) {
            claims.eraseFile(one.id(), one.fileKey());
        }
    }

    private Optional<TakedownCase> searching(UUID id) {
        return cases.find(id).filter(one -> one.search() == TakedownCase.Search.SEARCHING);
    }
}
