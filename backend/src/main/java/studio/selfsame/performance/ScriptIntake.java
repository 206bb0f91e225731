package studio.selfsame.performance;

import static studio.selfsame.consent.Use.Purpose.RENDER_PERFORMANCE;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.commons.codec.digest.DigestUtils;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import studio.selfsame.consent.AuthorizationRefusedException;
import studio.selfsame.consent.LikenessId;
import studio.selfsame.consent.ReleaseUseId;
import studio.selfsame.consent.Spoken;
import studio.selfsame.consent.Under;
import studio.selfsame.consent.Use;
import studio.selfsame.identity.Person;
import studio.selfsame.likeness.Likenesses;
import studio.selfsame.performance.PerformanceRow.State;
import studio.selfsame.problem.ProblemException;
import studio.selfsame.speech.Synthesizers;
import studio.selfsame.vault.ObjectStore;
import studio.selfsame.vault.Vault;
import studio.selfsame.work.WorkQueue;

/**
 * Takes a script for a trained likeness, one's own or one that a talent release lets its author use, and seals it before
 * anything else is done with it.
 */
@Service
class ScriptIntake {
    private final PerformanceTable table;
    private final PerformanceGate gate;
    private final Likenesses likenesses;
    private final Synthesizers synthesizers;
    private final Vault vault;
    private final ObjectStore objects;
    private final WorkQueue work;
    private final Clock clock;
    private final TransactionTemplate transaction;

    ScriptIntake(
            PerformanceTable table,
            PerformanceGate gate,
            Likenesses likenesses,
            Synthesizers synthesizers,
            Vault vault,
            ObjectStore objects,
            WorkQueue work,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.table = table;
        this.gate = gate;
        this.likenesses = likenesses;
        this.synthesizers = synthesizers;
        this.vault = vault;
        this.objects = objects;
        this.work = work;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * @param releaseUse that it is for; empty: the likeness is the author's own
     * @throws AuthorizationRefusedException with all reasons when policy does not let this person use that likeness, or the
     *     use was asked for with another script or language
     * @throws ProblemException when the likeness is not trained, or the script cannot be spoken
     */
    PerformanceRow take(
            Person author, LikenessId likeness, Optional<ReleaseUseId> releaseUse, String script, Locale language)
            throws IOException {
        PerformanceId id = new PerformanceId(UUID.randomUUID());
        UUID authorization = gate.permitted(
                author,
                new Use(likeness, RENDER_PERFORMANCE, id.value(), unmeasured(releaseUse)),
                Optional.of(new Spoken(DigestUtils.sha256Hex(script), language)));
        gate.requireReady(likeness);
        Synthesizers.Choice voice = synthesizers.forLanguage(language);
        voice.engine().check(script, voice.language());
        PerformanceRow row = new PerformanceRow(
                id,
                author.id(),
                likeness,
                releaseUse.orElse(null),
                likenesses.dataKeyOf(likeness),
                PerformanceKind.SCRIPT,
                Voice.SYNTHETIC,
                null,
                voice.language(),
                voice.engine().name(),
                authorization,
                Map.of(),
                State.SPEAKING,
                null,
                null,
                List.of(),
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

    /** How long it will be is known once it is spoken; the render is decided with that. */
    private static Optional<Under> unmeasured(Optional<ReleaseUseId> releaseUse) {
        return releaseUse.map(use -> new Under(use, Duration.ZERO));
    }
}
