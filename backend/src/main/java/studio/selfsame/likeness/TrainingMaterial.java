package studio.selfsame.likeness;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import studio.selfsame.consent.Authorization;
import studio.selfsame.enrolment.VerifiedEnrolment;
import studio.selfsame.enrolment.VerifiedRecording;
import studio.selfsame.face.FaceTracking;
import studio.selfsame.face.FaceTrackingCodec;
import studio.selfsame.likeness.motion.MouthMotion;
import studio.selfsame.likeness.net.Torch;
import studio.selfsame.media.Media;
import studio.selfsame.media.MediaReader;
import studio.selfsame.problem.ProblemException;
import studio.selfsame.speech.SpeechFeatures;
import studio.selfsame.vault.Vault;
import studio.selfsame.work.WorkMonitor;

/** What a training learns from, each thing read where it is sealed. */
@Component
class TrainingMaterial {
    /** Of a training's progress, what this takes. */
    static final double SHARE = 0.3;

    private static final double FRAMES_SHARE = 0.2;
    private static final double LOOK_FROM = 0.27;
    private static final double MOTION_SHARE = LOOK_FROM - FRAMES_SHARE;

    private final Vault vault;
    private final Media media;
    private final FaceTrackingCodec trackings;
    private final SecondLook looks;
    private final TrainingBudget budget;

    TrainingMaterial(Vault vault, Media media, FaceTrackingCodec trackings, SecondLook looks, TrainingBudget budget) {
        this.vault = vault;
        this.media = media;
        this.trackings = trackings;
        this.looks = looks;
        this.budget = budget;
    }

    /**
     * Reads the footage and seals what the model keeps of its pixels.
     *
     * @throws ProblemException where there is too little to learn from, or training on it would need too much memory
     */
    Dataset frames(LikenessRow row, VerifiedEnrolment enrolment, WorkMonitor monitor) throws IOException {
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
                    monitor.progress("collecting frames", FRAMES_SHARE * fraction, Map.of());
                }));
                pixels.flush();
            }
        });
        return built.getFirst();
    }

    /** Learns how the mouth moves with what was heard; empty where that is too little. */
    static Optional<MouthMotion> motion(
            LikenessModel model, SpeechFeatures speech, TrainingSettings settings, WorkMonitor monitor) {
        return EnrolledVoice.learn(model, speech, settings.seed(), (step, steps, error) -> {
            monitor.checkCancelled();
            monitor.progress("learning how the mouth moves", FRAMES_SHARE + MOTION_SHARE * step / steps, Map.of());
        });
    }

    /** Reads the take that shows the second look. The permission to train is checked again before it is opened. */
    LookCrops look(
            VerifiedRecording take, LikenessRow row, Authorization authorization, Dataset studio, WorkMonitor monitor)
            throws IOException {
        return looks.read(take, row, authorization, studio, fraction -> {
            monitor.checkCancelled();
            monitor.progress("collecting frames of the take", LOOK_FROM + (SHARE - LOOK_FROM) * fraction, Map.of());
        });
    }
}
