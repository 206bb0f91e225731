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
import studio.selfsame.enrolment.Coverage;
import studio.selfsame.enrolment.EnrolmentId;
import studio.selfsame.enrolment.Enrolments;
import studio.selfsame.enrolment.VerifiedEnrolment;
import studio.selfsame.enrolment.VerifiedRecording;
import studio.selfsame.face.FaceTracking;
import studio.selfsame.face.FaceTrackingCodec;
import studio.selfsame.likeness.motion.MouthMotion;
import studio.selfsame.likeness.net.Torch;
import studio.selfsame.media.Media;
import studio.selfsame.media.MediaReader;
import studio.selfsame.problem.Problem;
import studio.selfsame.problem.ProblemException;
import studio.selfsame.speech.SpeechFeatures;
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
    private static final double LOOK_FROM = 0.27;
    private static final double MOTION_SHARE = LOOK_FROM - DATASET_SHARE;

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
    private final SecondLook looks;
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
            SecondLook looks,
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
        this.looks = looks;
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
        Optional<VerifiedRecording> look = row.look().map(id -> looks.verified(id, row.id(), row.owner()));
        Dataset data = dataset(row, enrolment, monitor);
        authorizer.recheck(authorization, row.trainingUse());
        Optional<SpeechFeatures> heard = voice.hear(row.id(), enrolment);
        Optional<MouthMotion> motion = heard.flatMap(speech ->
                EnrolledVoice.learn(data.model(), speech, row.settings().seed(), (step, steps, error) -> {
                    monitor.checkCancelled();
                    double fraction = DATASET_SHARE + MOTION_SHARE * step / steps;
                    monitor.progress("learning how the mouth moves", fraction, Map.of());
                }));
        authorizer.recheck(authorization, row.trainingUse());
        LikenessTrainer.Result result = train(row, data, look, authorization, monitor);
        vault.seal(row.dataKey(), row.object("model"), out -> {
            DataOutputStream stream = new DataOutputStream(new BufferedOutputStream(out, 1 << 16));
            LikenessModelCodec.write(result.model().withMotion(motion), stream);
            stream.flush();
        });
        monitor.checkCancelled();
        authorizer.recheck(authorization, row.trainingUse());
        finish(row, enrolment, look, began, result, coverage(enrolment, data.model(), heard));
    }

    @Override
    public void failed(WorkOrder order, Problem problem) {
        LikenessId id = new LikenessId(order.subject());
        table.failed(id, order.part(), problem);
        leftovers.eraseOnCommit(id, order.part());
    }

    private LikenessTrainer.Result train(
            LikenessRow row,
            Dataset data,
            Optional<VerifiedRecording> look,
            Authorization authorization,
            WorkMonitor monitor)
            throws IOException {
        LikenessTrainer.Watch watch = watch(row, authorization, monitor);
        if (look.isEmpty() || !row.settings().looksAtTakes()) {
            return LikenessTrainer.train(data, row.settings(), checkpoint(row), watch);
        }
        LookCrops casual = looks.read(look.get(), row, authorization, data, fraction -> {
            monitor.checkCancelled();
            double done = LOOK_FROM + (BEFORE_TRAINING - LOOK_FROM) * fraction;
            monitor.progress("collecting frames of the take", done, Map.of());
        });
        return LookTrainer.train(data, casual, row.settings(), checkpoint(row), watch);
    }

    private Dataset dataset(LikenessRow row, VerifiedEnrolment enrolment, WorkMonitor monitor) throws IOException {
        FaceTracking tracking;
        try (InputStream in = new BufferedInputStream(
                Channels.newInputStream(vault.open(enrolment.dataKey(), enrolment.tracking())), 1 << 16)) {
            tracking = trackings.read(in);
        }
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

    private static Optional<Coverage> coverage(
            VerifiedEnrolment enrolment, LikenessModel model, Optional<SpeechFeatures> heard) {
        Seen seen = new Seen(model);
        return enrolment
                .coverage()
                .map(seenAlone -> heard.map(speech -> seenAlone.heard(speech.timeline(), seen))
                        .orElse(seenAlone));
    }

    private void finish(
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

    private static String machine() {
        return "%s %s, %d cores, Java %s"
                .formatted(
                        System.getProperty("os.name"),
                        System.getProperty("os.arch"),
                        Runtime.getRuntime().availableProcessors(),
                        Runtime.version());
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
