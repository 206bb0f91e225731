package studio.selfsame.performance;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import studio.selfsame.consent.LikenessId;
import studio.selfsame.identity.PersonId;
import studio.selfsame.likeness.Likenesses;
import studio.selfsame.performance.PerformanceRow.State;
import studio.selfsame.problem.Problem;
import studio.selfsame.problem.ProblemException;
import studio.selfsame.speech.Synthesizers;
import studio.selfsame.vault.ObjectStore;
import studio.selfsame.vault.Vault;
import studio.selfsame.work.WorkQueue;

/** Takes a script for one's own trained likeness, and seals it before anything else is done with it. */
@Service
class ScriptIntake {
    private final PerformanceTable table;
    private final Likenesses likenesses;
    private final Synthesizers synthesizers;
    private final Vault vault;
    private final ObjectStore objects;
    private final WorkQueue work;
    private final Clock clock;
    private final TransactionTemplate transaction;

    ScriptIntake(
            PerformanceTable table,
            Likenesses likenesses,
            Synthesizers synthesizers,
            Vault vault,
            ObjectStore objects,
            WorkQueue work,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.table = table;
        this.likenesses = likenesses;
        this.synthesizers = synthesizers;
        this.vault = vault;
        this.objects = objects;
        this.work = work;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** @throws ProblemException when the likeness is not one's own or not trained, or the script cannot be spoken */
    PerformanceRow take(PersonId author, LikenessId likeness, String script, Locale language) throws IOException {
        requireOwnAndReady(author, likeness);
        Synthesizers.Choice voice = synthesizers.forLanguage(language);
        voice.engine().check(script, voice.language());
        PerformanceRow row = new PerformanceRow(
                new PerformanceId(UUID.randomUUID()),
                author,
                likeness,
                likenesses.dataKeyOf(likeness),
                voice.language(),
                voice.engine().name(),
                State.SPEAKING,
                null,
                null,
                clock.instant());
        vault.seal(row.dataKey(), row.script(), out -> out.write(script.getBytes(StandardCharsets.UTF_8)));
        boolean kept = false;
        try {
            transaction.executeWithoutResult(status -> {
                table.insert(row);
                work.submit(ScriptSpeaking.KIND, row.id().value(), 0, WorkQueue.Priority.INTERACTIVE);
            });
            kept = true;
        } finally {
            if (!kept) {
                objects.delete(row.script());
            }
        }
        return row;
    }

    private void requireOwnAndReady(PersonId author, LikenessId likeness) {
        if (!likenesses.ownerOf(likeness).filter(author::equals).isPresent()) {
            throw new ProblemException(
                    ProblemException.Kind.UNKNOWN,
                    new Problem(
                            "performance",
                            "You have no likeness `" + likeness.value() + "`.",
                            "Nothing was stored.",
                            "Choose one of your own likenesses."));
        }
        if (!likenesses.isReady(likeness)) {
            throw new ProblemException(
                    ProblemException.Kind.CONFLICT,
                    new Problem(
                            "performance",
                            "Your likeness is not trained, or its consent was withdrawn.",
                            "Nothing was stored.",
                            "Wait until its training is done, or enrol again."));
        }
    }
}
