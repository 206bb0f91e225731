package studio.selfsame;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntConsumer;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.context.event.EventListener;
import studio.selfsame.audit.AuditRecord;
import studio.selfsame.consent.Authorization;
import studio.selfsame.consent.ConsentingPeople;
import studio.selfsame.consent.LikenessId;
import studio.selfsame.enrolment.FootageScreen;
import studio.selfsame.face.DetectedFace;
import studio.selfsame.face.FaceEmbedding;
import studio.selfsame.face.FaceMatch;
import studio.selfsame.face.FaceMatcher;
import studio.selfsame.face.FaceTracker;
import studio.selfsame.face.FaceTrackers;
import studio.selfsame.face.FaceTracking;
import studio.selfsame.face.FaceTrackingCodec;
import studio.selfsame.identity.IdentityVerification;
import studio.selfsame.identity.People;
import studio.selfsame.identity.Person;
import studio.selfsame.identity.PersonId;
import studio.selfsame.identity.Portraits;
import studio.selfsame.likeness.Drive;
import studio.selfsame.likeness.FaceAnimator;
import studio.selfsame.likeness.Likenesses;
import studio.selfsame.likeness.Material;
import studio.selfsame.likeness.ModelProvenance;
import studio.selfsame.likeness.MotionPlan;
import studio.selfsame.media.FrameRate;
import studio.selfsame.media.MediaReader;
import studio.selfsame.media.RgbImage;
import studio.selfsame.policy.Age;
import studio.selfsame.policy.PublicFigure;
import studio.selfsame.vault.DataKeyId;
import studio.selfsame.work.WorkMonitor;

/** What the rooms around enrolment and performance would say, as a test sets it. */
@TestConfiguration(proxyBeanMethods = false)
@Import(ConsentingPeople.Desk.class)
public class Neighbours {
    @Bean
    @Primary
    KnownPerson knownPerson(Clock clock) {
        return new KnownPerson(clock);
    }

    @Bean
    @Primary
    SetTracker setTracker() {
        return new SetTracker();
    }

    @Bean
    @Primary
    SetScreen setScreen() {
        return new SetScreen();
    }

    @Bean
    @Primary
    CosineMatcher cosineMatcher() {
        return new CosineMatcher();
    }

    @Bean
    @Primary
    FrameCountCodec frameCountCodec() {
        return new FrameCountCodec();
    }

    @Bean
    @Primary
    TrainedLikenesses trainedLikenesses() {
        return new TrainedLikenesses();
    }

    @Bean
    Heard heard() {
        return new Heard();
    }

    /** The person signed in; verified, with a portrait, unless told otherwise. */
    public static final class KnownPerson implements People, Portraits {
        private final Clock clock;
        private final Set<PersonId> verified = new HashSet<>();
        private PersonId current = new PersonId(UUID.randomUUID());

        KnownPerson(Clock clock) {
            this.clock = clock;
        }

        public PersonId signInVerified() {
            verified.add(signInUnverified());
            return current;
        }

        public PersonId signInUnverified() {
            current = new PersonId(UUID.randomUUID());
            return current;
        }

        @Override
        public Person current() {
            return new Person(current, Set.of(Person.Role.CREATOR), 1, clock.instant(), false);
        }

        @Override
        public Optional<IdentityVerification> verificationOf(PersonId person) {
            return verified.contains(person)
                    ? Optional.of(new IdentityVerification(
                            UUID.randomUUID(), person, clock.instant(), UUID.randomUUID(), Age.ADULT, PublicFigure.NO))
                    : Optional.empty();
        }

        @Override
        public Optional<FaceEmbedding> verifiedPortraitOf(PersonId person) {
            return verificationOf(person)
                    .map(verification -> new FaceEmbedding(new float[] {1, 0}, new float[] {1, 0}));
        }
    }

    /** Reads nothing and sees what the test says. */
    public static final class SetTracker implements FaceTracker, FaceTrackers {
        private FaceTracking seen = new FaceTracking(0, List.of(), List.of());

        public void see(FaceTracking tracking) {
            seen = tracking;
        }

        @Override
        public FaceTracker open() {
            return this;
        }

        @Override
        public FaceTracking track(MediaReader reader, IntConsumer onFrame) {
            for (int frame = 0; frame < seen.frameCount(); frame++) {
                onFrame.accept(frame);
            }
            return seen;
        }

        @Override
        public List<DetectedFace> detect(RgbImage picture) {
            throw new UnsupportedOperationException("no portraits here");
        }

        @Override
        public void close() {}
    }

    /** Objects to what the test says, and to nothing else. */
    public static final class SetScreen implements FootageScreen {
        private List<Objection> objections = List.of();

        public void object(Objection... all) {
            objections = List.of(all);
        }

        @Override
        public List<Objection> screen(Source file, Duration longest, WorkMonitor monitor) {
            return objections;
        }
    }

    /** Unit vectors in the plane: the same person from a cosine of 0.8. */
    static final class CosineMatcher implements FaceMatcher {
        @Override
        public FaceMatch match(FaceEmbedding a, FaceEmbedding b) {
            double cosine = a.primary()[0] * b.primary()[0] + a.primary()[1] * b.primary()[1];
            return new FaceMatch(cosine > 0.8, cosine, cosine);
        }
    }

    /** Keeps only how much was tracked and through how many frames: enough to see that it arrived in the vault. */
    static final class FrameCountCodec implements FaceTrackingCodec {
        @Override
        public void write(FaceTracking tracking, OutputStream out) throws IOException {
            DataOutputStream data = new DataOutputStream(out);
            data.writeInt(tracking.tracks().size());
            data.writeInt(tracking.frameCount());
        }

        @Override
        public FaceTracking read(InputStream in) throws IOException {
            DataInputStream data = new DataInputStream(in);
            data.readInt();
            return new FaceTracking(data.readInt(), List.of(), List.of());
        }
    }

    /** Likenesses that need no training. */
    public static final class TrainedLikenesses implements Likenesses {
        private final Map<LikenessId, PersonId> owners = new HashMap<>();
        private final Map<LikenessId, DataKeyId> keys = new HashMap<>();

        public void add(LikenessId likeness, PersonId owner, DataKeyId key) {
            owners.put(likeness, owner);
            keys.put(likeness, key);
        }

        @Override
        public boolean isReady(LikenessId likeness) {
            return keys.containsKey(likeness);
        }

        @Override
        public Optional<PersonId> ownerOf(LikenessId likeness) {
            return Optional.ofNullable(owners.get(likeness));
        }

        @Override
        public DataKeyId dataKeyOf(LikenessId likeness) {
            return keys.get(likeness);
        }

        @Override
        public ModelProvenance provenanceOf(LikenessId likeness) {
            throw new UnsupportedOperationException("not asked here");
        }

        @Override
        public FaceAnimator open(LikenessId likeness, Authorization authorization, Material material) {
            return new SizedAnimator();
        }
    }

    /** Knows its size and its rate, and draws nothing. */
    private static final class SizedAnimator implements FaceAnimator {
        @Override
        public int widthPx() {
            return 320;
        }

        @Override
        public int heightPx() {
            return 240;
        }

        @Override
        public FrameRate frameRate() {
            return new FrameRate(25, 1);
        }

        @Override
        public MotionPlan plan(Drive drive) {
            throw new UnsupportedOperationException("not asked here");
        }

        @Override
        public void draw(MotionPlan plan, int first, int end, FrameSink sink) {
            throw new UnsupportedOperationException("not asked here");
        }

        @Override
        public void close() {}
    }

    /** Hears what the audit trail hears. */
    public static final class Heard {
        private final List<AuditRecord> records = new ArrayList<>();

        @EventListener
        synchronized void hear(AuditRecord record) {
            records.add(record);
        }

        public synchronized <T extends AuditRecord> List<T> of(Class<T> kind, UUID subject) {
            return records.stream()
                    .filter(kind::isInstance)
                    .map(kind::cast)
                    .filter(record -> record.subject().equals(subject.toString()))
                    .toList();
        }
    }
}
