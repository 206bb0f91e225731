package studio.selfsame.likeness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionTemplate;
import studio.selfsame.QuietMonitor;
import studio.selfsame.StudioTest;
import studio.selfsame.consent.Authorization;
import studio.selfsame.consent.AuthorizationDecision.Permitted;
import studio.selfsame.consent.AuthorizationRefusedException;
import studio.selfsame.consent.Authorizer;
import studio.selfsame.consent.ConsentingPeople;
import studio.selfsame.consent.LikenessId;
import studio.selfsame.consent.LikenessRegister;
import studio.selfsame.consent.Use;
import studio.selfsame.enrolment.BroughtRecording;
import studio.selfsame.enrolment.BroughtTake;
import studio.selfsame.enrolment.Enrolments;
import studio.selfsame.enrolment.PlayedEnrolments;
import studio.selfsame.enrolment.PlayedRecordings;
import studio.selfsame.enrolment.RecordingId;
import studio.selfsame.enrolment.RecordingOutcome;
import studio.selfsame.enrolment.RecordingPurpose;
import studio.selfsame.enrolment.Recordings;
import studio.selfsame.enrolment.VerifiedEnrolment;
import studio.selfsame.enrolment.VerifiedRecording;
import studio.selfsame.face.FaceTracking;
import studio.selfsame.face.FaceTrackingCodec;
import studio.selfsame.identity.Person;
import studio.selfsame.identity.PersonId;
import studio.selfsame.media.Media;
import studio.selfsame.media.MediaReader;
import studio.selfsame.media.MediaWriter;
import studio.selfsame.media.VideoFrame;
import studio.selfsame.problem.ProblemException;
import studio.selfsame.speech.SpeechHearing;
import studio.selfsame.vault.DataKeyId;
import studio.selfsame.vault.ObjectKey;
import studio.selfsame.vault.ObjectStore;
import studio.selfsame.vault.Vault;
import studio.selfsame.work.WorkMonitor;

/** From a request that names a take to pictures drawn by looking at one, and to the end of both. */
@StudioTest
@Import(ConsentingPeople.class)
class SecondLookTest {
    private static final int FRAMES = 120;
    private static final int TAKE_FROM = 200;
    private static final int NEXT_FROM = 500;
    private static final int TAKE_FRAMES = 60;

    @Autowired
    LikenessTable table;

    @Autowired
    LikenessRegister register;

    @Autowired
    Authorizer authorizer;

    @Autowired
    ConsentingPeople.Desk consent;

    @Autowired
    Vault vault;

    @Autowired
    ObjectStore objects;

    @Autowired
    Media media;

    @Autowired
    FaceTrackingCodec codec;

    @Autowired
    EnrolledVoice voice;

    @Autowired
    SpeechHearing hearing;

    @Autowired
    TrainingLimits limits;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Clock clock;

    private final Brought brought = new Brought();
    private final Person person =
            new Person(new PersonId(UUID.randomUUID()), Set.of(Person.Role.CREATOR), 1, Instant.now(), false);
    private LikenessId likeness;
    private DataKeyId key;
    private SecondLook looks;

    @BeforeEach
    void consents() {
        likeness = consent.granted(person.id());
        key = vault.createKey();
        looks = new SecondLook(brought, authorizer, new AgreedLearning(register), vault, media);
    }

    @Test
    void training_namingATake_looksAtTakesFromThenOnAndEndsWithTheConsent() throws Exception {
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

    @Test
    void asked_withoutATakeOrWithOneNobodyLearnsFrom_isRefused() {
        assertThatThrownBy(() -> looks.asked(likeness, person.id(), settings(), null))
                .hasMessageContaining("learns from two looks of you");
        assertThatThrownBy(() -> looks.asked(likeness, person.id(), TrainingSettings.usual(), UUID.randomUUID()))
                .hasMessageContaining("`retrieval+residual` learns from none");
        assertThat(looks.asked(likeness, person.id(), TrainingSettings.usual(), null))
                .isEmpty();
    }

    @Test
    void asked_takeThatIsNotThisPersonsOwnAloneInForce_isRefused() {
        FaceTracking nobody = new FaceTracking(0, List.of(), List.of());
        LikenessId other = new LikenessId(UUID.randomUUID());
        PersonId stranger = new PersonId(UUID.randomUUID());
        RecordingPurpose take = RecordingPurpose.TAKE;
        List<VerifiedRecording> wrong = List.of(
                brought.add(PlayedRecordings.of(person.id(), other, key, nobody, take)),
                brought.add(PlayedRecordings.of(stranger, likeness, key, nobody, take)),
                brought.add(PlayedRecordings.of(person.id(), likeness, key, nobody, RecordingPurpose.PLATES)),
                PlayedRecordings.of(person.id(), likeness, key, nobody, take));
        for (VerifiedRecording one : wrong) {
            assertThatThrownBy(() -> looks.asked(
                            likeness, person.id(), settings(), one.id().value()))
                    .isInstanceOfSatisfying(ProblemException.class, e -> {
                        assertThat(e.kind()).isEqualTo(ProblemException.Kind.CONFLICT);
                        assertThat(e.problem().cause())
                                .contains(one.id().value().toString());
                    });
        }
        VerifiedRecording own = brought.add(PlayedRecordings.of(person.id(), likeness, key, nobody, take));
        assertThat(looks.asked(likeness, person.id(), settings(), own.id().value()))
                .contains(own.id());
    }

    @Test
    void read_afterWithdrawal_doesNotOpenTheTake() {
        VerifiedRecording take = PlayedRecordings.of(
                person.id(), likeness, key, new FaceTracking(0, List.of(), List.of()), RecordingPurpose.TAKE);
        UUID enrolment = UUID.randomUUID();
        Authorization authorization = authorized(new Use(likeness, Use.Purpose.CREATE_LIKENESS, enrolment));
        table.start(
                likeness,
                person.id(),
                enrolment,
                key,
                authorization.id(),
                Optional.of(take.id()),
                settings(),
                clock.instant());
        LikenessRow row = table.find(likeness).orElseThrow();
        assertThat(row.look()).contains(take.id());
        withdraw();
        assertThatThrownBy(() -> looks.read(take, row, authorization, null, fraction -> {}))
                .isInstanceOf(AuthorizationRefusedException.class);
    }

    @Test
    void look_agreedToBesideATextThatDidNotSaySo_isNeitherNamedNorRead() {
        likeness = consent.grantedBesideText2(person.id());
        VerifiedRecording take = brought.add(PlayedRecordings.of(
                person.id(), likeness, key, new FaceTracking(0, List.of(), List.of()), RecordingPurpose.TAKE));
        assertThatThrownBy(() ->
                        looks.asked(likeness, person.id(), settings(), take.id().value()))
                .isInstanceOfSatisfying(ProblemException.class, e -> {
                    assertThat(e.kind()).isEqualTo(ProblemException.Kind.CONFLICT);
                    assertThat(e.problem().cause()).contains("earlier consent text", "second look from a take");
                    assertThat(e.problem().remedy()).startsWith("Read the current consent text and agree to it");
                });
        UUID enrolment = UUID.randomUUID();
        Authorization authorization = authorized(new Use(likeness, Use.Purpose.CREATE_LIKENESS, enrolment));
        Optional<RecordingId> look = Optional.of(take.id());
        table.start(likeness, person.id(), enrolment, key, authorization.id(), look, settings(), clock.instant());
        LikenessRow row = table.find(likeness).orElseThrow();
        assertThatThrownBy(() -> looks.read(take, row, authorization, null, fraction -> {}))
                .hasMessageContaining("earlier consent text");
        consent.agreeAgain(person.id(), likeness);
        assertThat(looks.asked(likeness, person.id(), settings(), take.id().value()))
                .isEqualTo(look);
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

    /** The footage's room, which is not asked here, would destroy the key. */
    private void withdraw() {
        vault.destroy(key);
        consent.withdraw(person.id(), likeness);
    }

    private LikenessTraining training(Enrolments enrolments) {
        return new LikenessTraining(
                table,
                authorizer,
                enrolments,
                vault,
                objects,
                media,
                codec,
                events,
                transaction,
                clock,
                voice,
                looks,
                limits);
    }

    private Authorization authorized(Use use) {
        return ((Permitted) authorizer.authorize(person, use)).authorization();
    }

    /** Of each picture a hash: a failing test shows no face. */
    private static List<Integer> drawn(FaceAnimator opened, MotionPlan plan) throws IOException {
        List<Integer> pictures = new ArrayList<>();
        try (FaceAnimator animator = opened) {
            animator.draw(plan, 0, plan.length(), (i, plate, drawn) -> pictures.add(Arrays.hashCode(drawn.y())));
        }
        return pictures;
    }

    private static TrainingSettings settings() {
        DraftSettings draft = TrainingSettings.usual().draft();
        draft.renderer = Renderer.AUTOENCODER;
        draft.steps = 100;
        draft.batch = 4;
        draft.resolution = 32;
        draft.channels = List.of(8, 16);
        draft.learningRate = 5e-3;
        return draft.settle();
    }

    /** Recordings that a test says were verified. */
    private static final class Brought implements Recordings {
        private final Map<RecordingId, VerifiedRecording> known = new HashMap<>();

        VerifiedRecording add(VerifiedRecording recording) {
            known.put(recording.id(), recording);
            return recording;
        }

        @Override
        public RecordingOutcome verify(BroughtRecording asked, Authorization authorization, WorkMonitor monitor) {
            throw new AssertionError("nobody asked");
        }

        @Override
        public Optional<VerifiedRecording> verified(RecordingId id) {
            return Optional.ofNullable(known.get(id));
        }

        @Override
        public List<BroughtTake> takesOf(LikenessId likeness) {
            throw new AssertionError("nobody asked");
        }

        @Override
        public void forget(RecordingId id) {
            known.remove(id);
        }
    }
}
