package studio.selfsame.likeness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import studio.selfsame.QuietMonitor;
import studio.selfsame.consent.Authorization;
import studio.selfsame.consent.AuthorizationRefusedException;
import studio.selfsame.consent.Use;
import studio.selfsame.enrolment.Enrolments;
import studio.selfsame.enrolment.PlayedEnrolments;
import studio.selfsame.enrolment.PlayedRecordings;
import studio.selfsame.enrolment.RecordingId;
import studio.selfsame.enrolment.RecordingPurpose;
import studio.selfsame.enrolment.VerifiedEnrolment;
import studio.selfsame.enrolment.VerifiedRecording;
import studio.selfsame.face.FaceTrackingCodec;
import studio.selfsame.media.Media;
import studio.selfsame.media.MediaReader;
import studio.selfsame.media.MediaWriter;
import studio.selfsame.media.VideoFrame;
import studio.selfsame.speech.SpeechHearing;
import studio.selfsame.vault.ObjectKey;
import studio.selfsame.vault.ObjectStore;

/** From a request that names a take to pictures drawn by looking at one, and to the end of both. */
class SecondLookTrainingTest extends TwoLooksOfAPerson {
    private static final int FRAMES = 120;
    private static final int TAKE_FROM = 200;
    private static final int NEXT_FROM = 500;
    private static final int TAKE_FRAMES = 60;

    @Autowired
    ObjectStore objects;

    @Autowired
    FaceTrackingCodec codec;

    @Autowired
    EnrolledVoice voice;

    @Autowired
    SpeechHearing hearing;

    @Autowired
    TrainingBudget budget;

    @Autowired
    TrainingEnding ending;

    @Test
    void training_namingATake_looksAtTakesFromThenOnAndEndsWithTheConsent() throws Exception {
        likeness = consent.grantedWithVoice(person.id());
        assertThat(register.mayHear(likeness)).as("there is no sound, though").isTrue();
        VerifiedEnrolment enrolment = PlayedEnrolments.of(person.id(), likeness, key, "ab".repeat(32));
        filmed(enrolment.footage(), 0, FRAMES, false);
        vault.seal(key, enrolment.tracking(), out -> codec.write(TwoLooks.tracking(0, FRAMES), out));
        VerifiedRecording take = brought.add(take(TAKE_FROM));
        filmed(take.video(), TAKE_FROM, TAKE_FRAMES, true);
        Enrolments enrolments = id -> Optional.of(enrolment).filter(e -> e.id().equals(id));

        Use create =
                new Use(likeness, Use.Purpose.CREATE_LIKENESS, enrolment.id().value());
        Optional<RecordingId> named =
                looks.asked(likeness, person.id(), settings(), take.id().value());
        assertThat(table.start(
                        likeness,
                        person.id(),
                        enrolment.id().value(),
                        key,
                        authorized(create).id(),
                        named,
                        settings(),
                        clock.instant()))
                .isTrue();
        training(enrolments).handle(QuietMonitor.order(LikenessTraining.KIND, likeness.value()), new QuietMonitor());

        LikenessRow row = table.find(likeness).orElseThrow();
        ModelProvenance provenance = row.provenance().orElseThrow();
        assertThat(row.state()).isEqualTo(LikenessRow.State.READY);
        assertThat(provenance.technique()).isEqualTo("autoencoder");
        assertThat(provenance.footageSha256()).isEqualTo(enrolment.footageSha256());
        assertThat(provenance.look())
                .isEqualTo(new ModelProvenance.Look(take.id().value(), take.sha256()));

        // The take it learnt from goes; what it learnt stays, and looks at another one.
        brought.forget(take.id());
        objects.delete(take.video());
        VerifiedRecording next = take(NEXT_FROM);
        filmed(next.video(), NEXT_FROM, TAKE_FRAMES, true);
        SealedLikenesses likenesses =
                new SealedLikenesses(table, register, authorizer, enrolments, vault, media, hearing);
        Authorization rendering = authorized(new Use(likeness, Use.Purpose.RENDER_PERFORMANCE, UUID.randomUUID()));
        Material material = new Material(Optional.empty(), Optional.of(next));
        MotionPlan plan;
        try (FaceAnimator animator = likenesses.open(likeness, rendering, material)) {
            plan = animator.plan(new Drive.Take(next, 400_000));
        }
        List<Integer> looking = drawn(likenesses.open(likeness, rendering, material), plan);
        assertThat(drawn(likenesses.open(likeness, rendering, material), plan)).isEqualTo(looking);
        List<Integer> blind = drawn(likenesses.open(likeness, rendering, Material.NONE), plan);
        assertThat(looking).hasSameSizeAs(blind).isNotEqualTo(blind);

        withdraw();
        assertThatThrownBy(() -> likenesses.open(likeness, rendering, material))
                .isInstanceOf(AuthorizationRefusedException.class);
    }

    private VerifiedRecording take(int first) {
        return PlayedRecordings.of(
                person.id(), likeness, key, TwoLooks.tracking(first, TAKE_FRAMES), RecordingPurpose.TAKE);
    }

    private void filmed(ObjectKey object, int first, int frames, boolean casual) throws IOException {
        vault.seal(key, object, out -> {
            try (MediaReader film = TwoLooks.film(first, frames, casual);
                    MediaWriter writer = media.createLossless(
                            out, new Media.Picture(TwoLooks.SIZE, TwoLooks.SIZE, TwoLooks.RATE, 1))) {
                for (Optional<VideoFrame> next = film.nextFrame(); next.isPresent(); next = film.nextFrame()) {
                    writer.write(next.get());
                }
                writer.finish();
            }
        });
    }

    private LikenessTraining training(Enrolments enrolments) {
        TrainingMaterial material = new TrainingMaterial(vault, media, codec, looks, budget);
        return new LikenessTraining(
                table, authorizer, enrolments, vault, objects, clock, voice, looks, material, budget, ending);
    }

    /** Of each picture a hash: a failing test shows no face. */
    private static List<Integer> drawn(FaceAnimator opened, MotionPlan plan) throws IOException {
        List<Integer> pictures = new ArrayList<>();
        try (FaceAnimator animator = opened) {
            animator.draw(plan, 0, plan.length(), (i, plate, drawn) -> pictures.add(Arrays.hashCode(drawn.y())));
        }
        return pictures;
    }
}
