package studio.selfsame.likeness;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import studio.selfsame.consent.Authorization;
import studio.selfsame.consent.Authorizer;
import studio.selfsame.consent.LikenessId;
import studio.selfsame.enrolment.Coverage;
import studio.selfsame.enrolment.EnrolmentId;
import studio.selfsame.enrolment.Enrolments;
import studio.selfsame.enrolment.VerifiedEnrolment;
import studio.selfsame.enrolment.VerifiedRecording;
import studio.selfsame.likeness.motion.MouthMotion;
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

    private final LikenessTable table;
    private final Authorizer authorizer;
    private final Enrolments enrolments;
    private final Vault vault;
    private final ObjectStore objects;
    private final Clock clock;
    private final EnrolledVoice voice;
    private final SecondLook looks;
    private final TrainingMaterial material;
    private final TrainingBudget budget;
    private final TrainingEnding ending;

    LikenessTraining(
            LikenessTable table,
            Authorizer authorizer,
            Enrolments enrolments,
            Vault vault,
            ObjectStore objects,
            Clock clock,
            EnrolledVoice voice,
            SecondLook looks,
            TrainingMaterial material,
            TrainingBudget budget,
            TrainingEnding ending) {
        this.table = table;
        this.authorizer = authorizer;
        this.enrolments = enrolments;
        this.vault = vault;
        this.objects = objects;
        this.clock = clock;
        this.voice = voice;
        this.looks = looks;
        this.material = material;
        this.budget = budget;
        this.ending = ending;
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
        Dataset data = material.frames(row, enrolment, monitor);
        authorizer.recheck(authorization, row.trainingUse());
        Optional<SpeechFeatures> heard = voice.hear(row.id(), enrolment);
        Optional<MouthMotion> motion =
                heard.flatMap(speech -> TrainingMaterial.motion(data.model(), speech, row.settings(), monitor));
        authorizer.recheck(authorization, row.trainingUse());
        LikenessTrainer.Result result = train(row, data, look, authorization, monitor);
        ending.seal(row, result.model().withMotion(motion));
        monitor.checkCancelled();
        authorizer.recheck(authorization, row.trainingUse());
        ending.ready(row, enrolment, look, began, result, coverage(enrolment, data.model(), heard));
    }

    @Override
    public void failed(WorkOrder order, Problem problem) {
        ending.failed(new LikenessId(order.subject()), order.part(), problem);
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
        LookCrops casual = material.look(look.get(), row, authorization, data, monitor);
        return LookTrainer.train(data, casual, row.settings(), checkpoint(row), watch);
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
