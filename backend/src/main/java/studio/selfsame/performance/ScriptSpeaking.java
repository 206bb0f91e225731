package studio.selfsame.performance;

import java.util.Locale;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import studio.selfsame.likeness.Material;
import studio.selfsame.performance.PerformanceRow.State;
import studio.selfsame.problem.Problem;
import studio.selfsame.problem.ProblemException;
import studio.selfsame.vault.Vault;
import studio.selfsame.work.WorkHandler;
import studio.selfsame.work.WorkMonitor;
import studio.selfsame.work.WorkOrder;

/** Speaks a sealed script and seals what was spoken. */
@Component
class ScriptSpeaking implements WorkHandler {
    static final String KIND = "performance.speak";

    private final PerformanceTable table;
    private final ScriptVoice voice;
    private final OutputRates rates;
    private final Vault vault;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    ScriptSpeaking(
            PerformanceTable table,
            ScriptVoice voice,
            OutputRates rates,
            Vault vault,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions) {
        this.table = table;
        this.voice = voice;
        this.rates = rates;
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
        PacedUtterance words = voice.speak(row, rates.of(row, Material.NONE), monitor);
        long durationUs = words.utterance().audio().durationUs();
        requireLongEnough(durationUs);
        vault.seal(row.dataKey(), row.utterance(), out -> UtteranceCodec.write(words, out));
        transaction.executeWithoutResult(status -> {
            if (table.ready(row.id(), durationUs)) {
                events.publishEvent(PerformancePrepared.of(row, durationUs));
            }
        });
    }

    private static void requireLongEnough(long durationUs) {
        if (durationUs < RecordedSounds.LEAST_SECONDS * 1e6) {
            throw ProblemException.unusable(
                    "performance",
                    String.format(Locale.ROOT, "Spoken, the script lasts only %.1f seconds.", durationUs / 1e6),
                    "Nothing was prepared.",
                    String.format(
                            Locale.ROOT,
                            "Write a little more, a whole sentence or two: %.0f seconds of speech are needed to carry the"
                                    + " invisible mark in the sound.",
                            RecordedSounds.LEAST_SECONDS));
        }
    }

    @Override
    public void failed(WorkOrder order, Problem problem) {
        table.failed(new PerformanceId(order.subject()), problem);
    }
}
