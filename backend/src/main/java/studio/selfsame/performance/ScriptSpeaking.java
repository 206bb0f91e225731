package studio.selfsame.performance;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import studio.selfsame.performance.PerformanceRow.State;
import studio.selfsame.problem.Problem;
import studio.selfsame.problem.ProblemException;
import studio.selfsame.speech.Synthesizers;
import studio.selfsame.speech.Utterance;
import studio.selfsame.vault.Vault;
import studio.selfsame.work.WorkHandler;
import studio.selfsame.work.WorkMonitor;
import studio.selfsame.work.WorkOrder;

/** Speaks a sealed script and seals what was spoken. */
@Component
class ScriptSpeaking implements WorkHandler {
    static final String KIND = "performance.speak";

    /** Less speech cannot carry the invisible mark surely, and what cannot be marked is never delivered. */
    private static final long LEAST_US = 3_000_000;

    private final PerformanceTable table;
    private final Synthesizers synthesizers;
    private final Vault vault;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    ScriptSpeaking(
            PerformanceTable table,
            Synthesizers synthesizers,
            Vault vault,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions) {
        this.table = table;
        this.synthesizers = synthesizers;
        this.vault = vault;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void handle(WorkOrder order, WorkMonitor monitor) throws Exception {
        PerformanceRow row = table.find(new PerformanceId(order.subject())).orElseThrow();
        if (row.state() != State.SPEAKING) {
            return;
        }
        String script = new String(vault.read(row.dataKey(), row.script()), StandardCharsets.UTF_8);
        Utterance utterance = synthesizers
                .forLanguage(row.language())
                .engine()
                .speak(script, row.language(), fraction -> {
                    monitor.checkCancelled();
                    monitor.progress("speaking", fraction, Map.of());
                });
        monitor.checkCancelled();
        requireLongEnough(utterance.audio().durationUs());
        vault.seal(row.dataKey(), row.utterance(), out -> UtteranceCodec.write(utterance, out));
        long durationUs = utterance.audio().durationUs();
        transaction.executeWithoutResult(status -> {
            if (table.ready(row.id(), durationUs)) {
                events.publishEvent(
                        new PerformancePrepared(row.id(), row.likeness(), row.author(), row.synthesizer(), durationUs));
            }
        });
    }

    private static void requireLongEnough(long durationUs) {
        if (durationUs < LEAST_US) {
            throw ProblemException.unusable(
                    "performance",
                    String.format(Locale.ROOT, "Spoken, the script lasts only %.1f seconds.", durationUs / 1e6),
                    "Nothing was prepared.",
                    "Write a little more, a whole sentence or two: " + LEAST_US / 1_000_000
                            + " seconds of speech are needed to carry the invisible mark in the sound.");
        }
    }

    @Override
    public void failed(WorkOrder order, Problem problem) {
        table.failed(new PerformanceId(order.subject()), problem);
    }
}
