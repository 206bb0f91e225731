package studio.selfsame.likeness;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import studio.selfsame.consent.Authorization;
import studio.selfsame.consent.AuthorizationDecision;
import studio.selfsame.consent.AuthorizationRefusedException;
import studio.selfsame.consent.Authorizer;
import studio.selfsame.consent.LikenessId;
import studio.selfsame.consent.LikenessRegister;
import studio.selfsame.consent.Use;
import studio.selfsame.enrolment.EnrolmentId;
import studio.selfsame.enrolment.Enrolments;
import studio.selfsame.enrolment.VerifiedEnrolment;
import studio.selfsame.enrolment.VerifiedRecording;
import studio.selfsame.identity.PersonId;
import studio.selfsame.media.Media;
import studio.selfsame.problem.Problem;
import studio.selfsame.problem.ProblemException;
import studio.selfsame.speech.SpeechHearing;
import studio.selfsame.vault.DataKeyId;
import studio.selfsame.vault.Vault;

/** Likenesses whose models lie sealed in the vault. */
@Service
class SealedLikenesses implements Likenesses {
    private final LikenessTable table;
    private final LikenessRegister register;
    private final Authorizer authorizer;
    private final Enrolments enrolments;
    private final Vault vault;
    private final Media media;
    private final SpeechHearing hearing;

    SealedLikenesses(
            LikenessTable table,
            LikenessRegister register,
            Authorizer authorizer,
            Enrolments enrolments,
            Vault vault,
            Media media,
            SpeechHearing hearing) {
        this.table = table;
        this.register = register;
        this.authorizer = authorizer;
        this.enrolments = enrolments;
        this.vault = vault;
        this.media = media;
        this.hearing = hearing;
    }

    @Override
    public boolean isReady(LikenessId likeness) {
        return table.find(likeness)
                .filter(row -> row.state() == LikenessRow.State.READY)
                .filter(row -> !register.isWithdrawn(likeness) && !vault.isDestroyed(row.dataKey()))
                .isPresent();
    }

    @Override
    public Optional<PersonId> ownerOf(LikenessId likeness) {
        return register.ownerOf(likeness);
    }

    @Override
    public DataKeyId dataKeyOf(LikenessId likeness) {
        return row(likeness).dataKey();
    }

    @Override
    public ModelProvenance provenanceOf(LikenessId likeness) {
        return row(likeness).provenance().orElseThrow(SealedLikenesses::untrained);
    }

    @Override
    public FaceAnimator open(LikenessId likeness, Authorization authorization, Material material) throws IOException {
        Use use = authorization.use();
        if (!use.likeness().equals(likeness) || use.purpose() != Use.Purpose.RENDER_PERFORMANCE) {
            throw new AuthorizationRefusedException(
                    "rendering",
                    List.of(new AuthorizationDecision.Reason(
                            "other-use", "The permission shown is for another use, not for drawing this likeness.")));
        }
        authorizer.recheck(authorization, use);
        LikenessRow row = row(likeness);
        if (!isReady(likeness)) {
            throw untrained();
        }
        requireSame(likeness, material);
        LikenessModel model = model(row);
        PatchStore patches = new PatchStore(vault.open(row.dataKey(), row.object("pixels")), model);
        try {
            return animator(row, model, patches, material);
        } catch (IOException | RuntimeException e) {
            patches.close();
            throw e;
        }
    }

    private FaceAnimator animator(LikenessRow row, LikenessModel model, PatchStore patches, Material material)
            throws IOException {
        Plates plates = plates(row, model, material);
        try {
            boolean looksAtTakes = model.look().isPresent() && material.take().isPresent();
            Optional<Plates> take =
                    looksAtTakes ? Optional.of(recording(model, material.take().get())) : Optional.empty();
            return new RetrievalFaceAnimator(model, patches, plates, take, hearing);
        } catch (IOException | RuntimeException e) {
            plates.close();
            throw e;
        }
    }

    private Plates plates(LikenessRow row, LikenessModel model, Material material) throws IOException {
        if (material.plates().isEmpty()) {
            VerifiedEnrolment enrolment =
                    enrolments.verified(new EnrolmentId(row.enrolment())).orElseThrow(SealedLikenesses::untrained);
            return Plates.enrolled(model, media.open(vault.open(row.dataKey(), enrolment.footage())));
        }
        return recording(model, material.plates().get());
    }

    private Plates recording(LikenessModel model, VerifiedRecording recording) throws IOException {
        return Plates.recording(
                media.open(vault.open(recording.dataKey(), recording.video())),
                model.stabiliser().stabilise(recording.tracking().tracks()),
                recording.tracking().frameCount());
    }

    /** A recording of somebody else is never drawn into, nor followed. */
    private static void requireSame(LikenessId likeness, Material material) {
        Stream.concat(material.plates().stream(), material.take().stream())
                .filter(recording -> !recording.likeness().equals(likeness))
                .findAny()
                .ifPresent(other -> {
                    throw new IllegalArgumentException("a recording of another likeness");
                });
    }

    private LikenessModel model(LikenessRow row) throws IOException {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(
                Channels.newInputStream(vault.open(row.dataKey(), row.object("model"))), 1 << 16))) {
            return LikenessModelCodec.read(in);
        }
    }

    private LikenessRow row(LikenessId likeness) {
        return table.find(likeness).orElseThrow(SealedLikenesses::untrained);
    }

    private static ProblemException untrained() {
        return new ProblemException(
                ProblemException.Kind.CONFLICT,
                new Problem(
                        "likeness",
                        "There is no trained likeness in force to draw from.",
                        "Nothing was drawn.",
                        "Train the likeness first; after a withdrawal, enrol anew."));
    }
}
