package studio.selfsame.performance;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import studio.selfsame.consent.AuthorizationDecision;
import studio.selfsame.consent.AuthorizationRefusedException;
import studio.selfsame.consent.Authorizer;
import studio.selfsame.consent.LikenessId;
import studio.selfsame.consent.Use;
import studio.selfsame.identity.Person;
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
    private final Authorizer authorizer;
    private final Likenesses likenesses;
    private final Synthesizers synthesizers;
    private final Vault vault;
    private final ObjectStore objects;
    private final WorkQueue work;
    private final Clock clock;
    private final TransactionTemplate transaction;

    ScriptIntake(
            PerformanceTable table,
            Authorizer authorizer,
            Likenesses likenesses,
            Synthesizers synthesizers,
            Vault vault,
            ObjectStore objects,
            WorkQueue work,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.table = table;
        this.authorizer = authorizer;
        this.likenesses = likenesses;
        this.synthesizers = synthesizers;
        this.vault = vault;
        this.objects = objects;
        this.work = work;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * @throws AuthorizationRefusedException with all reasons when policy does not let this person use that likeness
     * @throws ProblemException when the likeness is not trained, or the script cannot be spoken
     */
    PerformanceRow take(Person author, LikenessId likeness, String script, Locale language) throws IOException {
        PerformanceId id = new PerformanceId(UUID.randomUUID());
        requirePermitted(author, likeness, id);
        requireReady(likeness);
        Synthesizers.Choice voice = synthesizers.forLanguage(language);
        voice.engine().check(script, voice.language());
        PerformanceRow row = new PerformanceRow(
                id,
                author.id(),
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

    /** Asks before anything is stored whether this likeness could be used at all; the render is decided by itself. */
    private void requirePermitted(Person author, LikenessId likeness, PerformanceId performance) {
        Use use = new Use(likeness, Use.Purpose.RENDER_PERFORMANCE, performance.value());
        if (authorizer.authorize(author, use) instanceof AuthorizationDecision.Refused refused) {
            throw new AuthorizationRefusedException("performance", refused.reasons());
        }
    }

    private void requireReady(LikenessId likeness) {
        if (!likenesses.isReady(likeness)) {
            throw new ProblemException(
                    ProblemException.Kind.CONFLICT,
                    new Problem(
                            "performance",
                            "Your likeness is not trained.",
                            "Nothing was stored.",
                            "Wait until its training is done."));
        }
    }
}
