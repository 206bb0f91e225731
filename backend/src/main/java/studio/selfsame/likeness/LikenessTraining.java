package studio.selfsame.likeness;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import studio.selfsame.consent.Authorization;
import studio.selfsame.consent.Authorizer;
import studio.selfsame.consent.LikenessId;
import studio.selfsame.enrolment.EnrolmentId;
import studio.selfsame.enrolment.Enrolments;
import studio.selfsame.enrolment.VerifiedEnrolment;
import studio.selfsame.face.FaceTracking;
import studio.selfsame.face.FaceTrackingCodec;
import studio.selfsame.likeness.motion.MouthMotion;
import studio.selfsame.likeness.net.Torch;
import studio.selfsame.media.Media;
import studio.selfsame.media.MediaReader;
import studio.selfsame.problem.Problem;
import studio.selfsame.problem.ProblemException;
import studio.selfsame.vault.ObjectStore;
import studio.selfsame.vault.Vault;
import studio.selfsame.work.WorkHandler;
import studio.selfsame.work.WorkMonitor;
import studio.selfsame.work.WorkOrder;

/** Trains a likeness from its own verified footage and seals the model. Permission is asked again all along. */
@Component
class LikenessTraining implements WorkHandler {
    static final String KIND = "likeness.train";
    static final double BEFORE_TRAINING = 0.3;
    private static final double DATASET_SHARE = 0.2;
    private static final double MOTION_SHARE = BEFORE_TRAINING - DATASET_SHARE;

    private final LikenessTable table;
    private final Authorizer authorizer;
    private final Enrolments enrolments;
    private final Vault vault;
    private final ObjectStore objects;
    private final Media media;
    private final FaceTrackingCodec trackings;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final EnrolledVoice voice;
    private final TrainingBudget budget;
    private final TrainingLeftovers leftovers;

    LikenessTraining(
            LikenessTable table,
            Authorizer authorizer,
            Enrolments enrolments,
            Vault vault,
            ObjectStore objects,
            Media media,
            FaceTrackingCodec trackings,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            Clock clock,
            EnrolledVoice voice,
            TrainingLimits limits) {
        this.table = table;
        this.authorizer = authorizer;
        this.enrolments = enrolments;
        this.vault = vault;
        this.objects = objects;
        this.media = media;
        this.trackings = trackings;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
        this.voice = voice;
        leftovers = new TrainingLeftovers(table, objects);
        budget = new TrainingBudget(limits, Runtime.getRuntime().maxMemory());
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void handle(WorkOrder order, WorkMonitor monitor) throws Exception {
        LikenessRow row = table.find(new LikenessId(order.subject()))
                .filter(r -> r.run() == order.part() && r.state() == LikenessRow.State.TRAINING)
                .orElse(null);
        if (row == null) {
            return;
        }
        Authorization authorization = authorizer.load(row.authorization());
        authorizer.recheck(authorization, row.trainingUse());
        VerifiedEnrolment enrolment =
                enrolments.verified(new EnrolmentId(row.enrolment())).orElseThrow(LikenessTraining::noFootage);
        Instant began = clock.instant();
        Dataset data = dataset(row, enrolment, monitor);
        authorizer.recheck(authorization, row.trainingUse());
        Optional<MouthMotion> motion =
                voice.learn(data.model(), row.id(), enrolment, row.settings().seed(), (step, steps, error) -> {
                    monitor.checkCancelled();
                    double fraction = DATASET_SHARE + MOTION_SHARE * step / steps;
                    monitor.progress("learning how the mouth moves", fraction, Map.of());
                });
        authorizer.recheck(authorization, row.trainingUse());
        LikenessTrainer.Result result =
                LikenessTrainer.train(data, row.settings(), checkpoint(row), watch(row, authorization, monitor));
        vault.seal(row.dataKey(), row.object("model"), out -> {
            DataOutputStream stream = new DataOutputStream(new BufferedOutputStream(out, 1 << 16));
            LikenessModelCodec.write(result.model().withMotion(motion), stream);
            stream.flush();
        });
        monitor.checkCancelled();
        authorizer.recheck(authorization, row.trainingUse());
        finish(row, enrolment, began, result);
    }

    @Override
    public void failed(WorkOrder order, Problem problem) {
        LikenessId id = new LikenessId(order.subject());
        table.failed(id, order.part(), problem);
        leftovers.eraseOnCommit(id, order.part());
    }

    private Dataset dataset(LikenessRow row, VerifiedEnrolment enrolment, WorkMonitor monitor) throws IOException {
        FaceTracking tracking;
        try (InputStream in = new BufferedInputStream(
                Channels.newInputStream(vault.open(enrolment.dataKey(), enrolment.tracking())), 1 << 16)) {
            tracking = trackings.read(in);
        }
        refuseUnwired(row.settings());
        boolean gpu = Torch.isGpu(row.settings().device());
        budget.checkMemory(Math.min(tracking.frameCount(), Dataset.MOST_FRAMES), row.settings(), gpu);
        List<Dataset> built = new ArrayList<>(1);
        vault.seal(row.dataKey(), row.object("pixels"), out -> {
            try (MediaReader reader = media.open(vault.open(enrolment.dataKey(), enrolment.footage()))) {
                BufferedOutputStream pixels = new BufferedOutputStream(out, 1 << 16);
                built.add(Dataset.build(tracking, reader, row.settings(), pixels, fraction -> {
                    monitor.checkCancelled();
                    monitor.progress("collecting frames", DATASET_SHARE * fraction, Map.of());
                }));
                pixels.flush();
            }
        });
        return built.getFirst();
    }

    private LikenessTrainer.Watch watch(LikenessRow row, Authorization authorization, WorkMonitor monitor) {
        return new TrainingWatch(row, vault, table, budget, monitor, () -> {
            monitor.checkCancelled();
            authorizer.recheck(authorization, row.trainingUse());
        });
    }

    private byte[] checkpoint(LikenessRow row) throws IOException {
        return objects.exists(row.object("checkpoint"))
                ? vault.read(row.dataKey(), row.object("checkpoint"))
                : new byte[0];
    }

    private void finish(LikenessRow row, VerifiedEnrolment enrolment, Instant began, LikenessTrainer.Result result)
            throws IOException {
        ModelProvenance provenance = new ModelProvenance(
                row.id(),
                row.enrolment(),
                enrolment.footageSha256(),
                row.authorization(),
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
            if (table.ready(row, provenance)) {
                events.publishEvent(
                        new LikenessTrained(row.id(), row.enrolment(), row.authorization(), result.technique()));
            }
        });
        objects.delete(row.object("checkpoint"));
        if (row.run() > 0) {
            objects.deleteAll(row.folder(row.run() - 1));
        }
    }

    private static String machine() {
        return "%s %s, %d cores, Java %s"
                .formatted(
                        System.getProperty("os.name"),
                        System.getProperty("os.arch"),
                        Runtime.getRuntime().availableProcessors(),
                        Runtime.version());
    }

    private static void refuseUnwired(TrainingSettings settings) {
        if (settings.renderer() == Renderer.AUTOENCODER) {
            throw ProblemException.unusable(
                    "training",
                    "The renderer `autoencoder` learns from two looks of you, and this likeness has footage of one.",
                    "Training was not started.",
                    "Choose `retrieval+residual` or `adversarial`.");
        }
    }

    private static String codeVersion() {
        String version = LikenessTraining.class.getPackage().getImplementationVersion();
        return version == null ? "unpackaged" : version;
    }

    private static ProblemException noFootage() {
        return new ProblemException(
                ProblemException.Kind.CONFLICT,
                new Problem(
                        "training",
                        "The enrolled footage is no longer in force.",
                        "No likeness was trained.",
                        "Enrol footage again."));
    }
}
