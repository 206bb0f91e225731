package studio.selfsame.likeness;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.DoubleConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import studio.selfsame.consent.Authorization;
import studio.selfsame.consent.Authorizer;
import studio.selfsame.consent.LikenessId;
import studio.selfsame.enrolment.RecordingId;
import studio.selfsame.enrolment.RecordingPurpose;
import studio.selfsame.enrolment.Recordings;
import studio.selfsame.enrolment.VerifiedRecording;
import studio.selfsame.identity.PersonId;
import studio.selfsame.media.Media;
import studio.selfsame.media.MediaReader;
import studio.selfsame.problem.Problem;
import studio.selfsame.problem.ProblemException;
import studio.selfsame.vault.Vault;

/**
 * The driving take that a training names as the person's second look: a verified recording of the same likeness and owner,
 * in every shot of which they are alone.
 */
@Component
class SecondLook {
    private final Recordings recordings;
    private final Authorizer authorizer;
    private final AgreedLearning agreed;
    private final Vault vault;
    private final Media media;

    SecondLook(Recordings recordings, Authorizer authorizer, AgreedLearning agreed, Vault vault, Media media) {
        this.recordings = recordings;
        this.authorizer = authorizer;
        this.agreed = agreed;
        this.vault = vault;
        this.media = media;
    }

    /**
     * What is asked for, before a training is begun.
     *
     * @throws ProblemException where the renderer wants a look and none is named, or the other way round, where it is no
     *     verified take of this likeness, or where the consent in force does not speak of takes
     */
    Optional<RecordingId> asked(LikenessId likeness, PersonId owner, TrainingSettings settings, @Nullable UUID look) {
        boolean wanted = settings.renderer() == Renderer.AUTOENCODER;
        if (look == null && wanted) {
            throw ProblemException.unusable(
                    "training",
                    "The renderer `autoencoder` learns from two looks of you, and only one is named.",
                    "Training was not started.",
                    "Send a driving take in your other look first, and name it as `lookId`; or choose another renderer.");
        }
        if (look != null && !wanted) {
            throw ProblemException.unusable(
                    "training",
                    "A second look is named, and the renderer `" + settings.renderer() + "` learns from none.",
                    "Training was not started.",
                    "Choose the renderer `autoencoder`, or leave `lookId` out.");
        }
        Optional<RecordingId> named = Optional.ofNullable(look).map(RecordingId::new);
        named.ifPresent(id -> {
            verified(id, likeness, owner);
            agreed.requireLook(likeness);
        });
        return named;
    }

    /** What may be named. */
    List<LookView> of(LikenessId likeness) {
        return recordings.takesOf(likeness).stream().map(LookView::of).toList();
    }

    /** The recording that a training named, if it still is in force. */
    VerifiedRecording verified(RecordingId look, LikenessId likeness, PersonId owner) {
        return recordings
                .verified(look)
                .filter(take -> take.purpose() == RecordingPurpose.TAKE)
                .filter(take ->
                        take.likeness().equals(likeness) && take.person().equals(owner))
                .orElseThrow(() -> new ProblemException(
                        ProblemException.Kind.CONFLICT,
                        new Problem(
                                "training",
                                "The take `" + look.value() + "` is no driving take of this likeness in force.",
                                "No likeness was trained.",
                                "Name a take of your own that is `ready`, or send one.")));
    }

    /** Reads the take; only in a worker. The permission to train is checked again here, before it is opened. */
    LookCrops read(
            VerifiedRecording take,
            LikenessRow row,
            Authorization authorization,
            Dataset studio,
            DoubleConsumer fraction)
            throws IOException {
        authorizer.recheck(authorization, row.trainingUse());
        agreed.requireLook(row.id());
        try (MediaReader reader = media.open(vault.open(take.dataKey(), take.video()))) {
            return LookCrops.cut(studio, take.tracking().tracks(), reader, fraction);
        }
    }
}
