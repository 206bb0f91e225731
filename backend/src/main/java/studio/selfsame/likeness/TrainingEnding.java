package studio.selfsame.likeness;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import studio.selfsame.consent.LikenessId;
import studio.selfsame.enrolment.Coverage;
import studio.selfsame.enrolment.VerifiedEnrolment;
import studio.selfsame.enrolment.VerifiedRecording;
import studio.selfsame.likeness.net.Torch;
import studio.selfsame.problem.Problem;
import studio.selfsame.vault.ObjectStore;
import studio.selfsame.vault.Vault;

/** Keeps what a training made, or erases what it had begun to write. */
@Component
class TrainingEnding {
    private final LikenessTable table;
    private final Vault vault;
    private final ObjectStore objects;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final TrainingLeftovers leftovers;

    TrainingEnding(
            LikenessTable table,
            Vault vault,
            ObjectStore objects,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            Clock clock) {
        this.table = table;
        this.vault = vault;
        this.objects = objects;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
        leftovers = new TrainingLeftovers(table, objects);
    }

    void seal(LikenessRow row, LikenessModel model) throws IOException {
        vault.seal(row.dataKey(), row.object("model"), out -> {
            DataOutputStream stream = new DataOutputStream(new BufferedOutputStream(out, 1 << 16));
            LikenessModelCodec.write(model, stream);
            stream.flush();
        });
    }

    /** The sealed model may be drawn from; what was only needed to train it, and the training before, are erased. */
    void ready(
            LikenessRow row,
            VerifiedEnrolment enrolment,
            Optional<VerifiedRecording> look,
            Instant began,
            LikenessTrainer.Result result,
            Optional<Coverage> coverage)
            throws IOException {
        ModelProvenance provenance = new ModelProvenance(
                row.id(),
                row.enrolment(),
                enrolment.footageSha256(),
                row.authorization(),
                look.map(take -> new ModelProvenance.Look(take.id().value(), take.sha256()))
                        .orElse(null),
                codeVersion(),
                result.technique(),
                row.settings().asMap(),
                result.metrics(),
                new ModelProvenance.Training(
                        began,
                        result.seconds(),
                        result.steps(),
                        result.ended(),
                        machine(),
                        result.steps() == 0
                                ? "none"
                                : Torch.place(row.settings().device())),
                clock.instant());
        transaction.executeWithoutResult(status -> {
            if (table.ready(row, provenance, coverage)) {
                events.publishEvent(
                        new LikenessTrained(row.id(), row.enrolment(), row.authorization(), result.technique()));
            }
        });
        objects.delete(row.object("checkpoint"));
        if (row.run() > 0) {
            objects.deleteAll(row.folder(row.run() - 1));
        }
    }

    /** Joins the caller's transaction. */
    void failed(LikenessId id, int run, Problem problem) {
        table.failed(id, run, problem);
        leftovers.eraseOnCommit(id, run);
    }

    private static String machine() {
        return "%s %s, %d cores, Java %s"
                .formatted(
                        System.getProperty("os.name"),
                        System.getProperty("os.arch"),
                        Runtime.getRuntime().availableProcessors(),
                        Runtime.version());
    }

    private static String codeVersion() {
        String version = TrainingEnding.class.getPackage().getImplementationVersion();
        return version == null ? "unpackaged" : version;
    }
}
