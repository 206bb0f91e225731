package studio.selfsame.sealing;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.context.event.EventListener;
import studio.selfsame.audit.AuditRecord;
import studio.selfsame.consent.Authorization;
import studio.selfsame.consent.AuthorizationDecision;
import studio.selfsame.consent.Authorizer;
import studio.selfsame.consent.ConsentingPeople;
import studio.selfsame.consent.LikenessId;
import studio.selfsame.consent.LikenessRegister;
import studio.selfsame.consent.PlayedReleases;
import studio.selfsame.consent.ReleaseUseId;
import studio.selfsame.consent.Under;
import studio.selfsame.consent.Use;
import studio.selfsame.identity.IdentityVerification;
import studio.selfsame.identity.People;
import studio.selfsame.identity.Person;
import studio.selfsame.identity.PersonId;
import studio.selfsame.likeness.FaceAnimator;
import studio.selfsame.likeness.Likenesses;
import studio.selfsame.likeness.Material;
import studio.selfsame.likeness.ModelProvenance;
import studio.selfsame.policy.Age;
import studio.selfsame.policy.PublicFigure;
import studio.selfsame.rendering.PlayedRenders;
import studio.selfsame.rendering.UnsealedRender;
import studio.selfsame.vault.DataKeyId;
import studio.selfsame.work.WorkHandler;
import studio.selfsame.work.WorkId;
import studio.selfsame.work.WorkMonitor;
import studio.selfsame.work.WorkOrder;

/** Sealing with its neighbours played, except for consent, audit, media, vault and database, which are real. */
@TestConfiguration(proxyBeanMethods = false)
@Import({ConsentingPeople.Desk.class, PlayedReleases.class})
public class SealingRoom {
    @Bean
    @Primary
    PlayedRenders playedRenders() {
        return new PlayedRenders();
    }

    @Bean
    @Primary
    SignedIn signedIn() {
        return new SignedIn();
    }

    @Bean
    @Primary
    Models models(LikenessRegister register) {
        return new Models(register);
    }

    @Bean
    Heard sealingHeard() {
        return new Heard();
    }

    @Bean
    Station sealingStation(PlayedRenders renders, Authorizer authorizer, ConsentingPeople.Desk consent) {
        return new Station(renders, authorizer, consent);
    }

    /** Whoever is signed in, verified a moment ago. */
    public static final class SignedIn implements People {
        private Person person = fresh();

        public static Person fresh() {
            return new Person(new PersonId(UUID.randomUUID()), Set.of(Person.Role.CREATOR), 1, Instant.now(), false);
        }

        public void as(Person someone) {
            person = someone;
        }

        @Override
        public Person current() {
            return person;
        }

        @Override
        public Optional<IdentityVerification> verificationOf(PersonId id) {
            return Optional.of(new IdentityVerification(
                    UUID.randomUUID(), id, Instant.now(), UUID.randomUUID(), Age.ADULT, PublicFigure.NO));
        }
    }

    /** Models of likenesses that nobody had to train. */
    public static final class Models implements Likenesses {
        private final LikenessRegister register;
        private final Map<LikenessId, ModelProvenance> made = new ConcurrentHashMap<>();

        Models(LikenessRegister register) {
            this.register = register;
        }

        public void add(ModelProvenance model) {
            made.put(model.likeness(), model);
        }

        @Override
        public boolean isReady(LikenessId likeness) {
            return made.containsKey(likeness);
        }

        @Override
        public Optional<PersonId> ownerOf(LikenessId likeness) {
            return register.ownerOf(likeness);
        }

        @Override
        public DataKeyId dataKeyOf(LikenessId likeness) {
            throw new UnsupportedOperationException("nothing is kept of it");
        }

        @Override
        public ModelProvenance provenanceOf(LikenessId likeness) {
            return made.get(likeness);
        }

        @Override
        public FaceAnimator open(LikenessId likeness, Authorization authorization, Material material) {
            throw new UnsupportedOperationException("it draws nothing");
        }
    }

    /** Remembers what goes on the trail. */
    public static final class Heard {
        private final List<AuditRecord> records = new CopyOnWriteArrayList<>();

        @EventListener
        void on(AuditRecord record) {
            records.add(record);
        }

        public List<String> about(String subject) {
            return records.stream()
                    .filter(record -> record.subject().equals(subject))
                    .map(AuditRecord::kind)
                    .toList();
        }
    }

    /** Makes renders that wait to be sealed. */
    public record Station(PlayedRenders renders, Authorizer authorizer, ConsentingPeople.Desk consent) {
        public LikenessId likenessOf(Person person) {
            return consent.granted(person.id());
        }

        public UUID render(Person person, LikenessId likeness, int widthPx, Runnable meanwhile) {
            UUID id = UUID.randomUUID();
            renders.add(id, authorization(person, likeness, id), widthPx, meanwhile);
            return id;
        }

        /** Of a recording that says something new. */
        public UUID alteredRender(Person person, LikenessId likeness, UnsealedRender.Recording recording) {
            UUID id = UUID.randomUUID();
            renders.addAltered(id, authorization(person, likeness, id), recording);
            return id;
        }

        /** By a producer under a release; a share of it is set aside. */
        public UUID releasedRender(Person producer, LikenessId likeness, ReleaseUseId use) {
            UUID id = UUID.randomUUID();
            var under = new Under(use, Duration.ofSeconds(PlayedRenders.SECONDS));
            renders.add(
                    id,
                    authorization(producer, new Use(likeness, Use.Purpose.RENDER_PERFORMANCE, id, Optional.of(under))),
                    PlayedRenders.WIDTH,
                    () -> {});
            return id;
        }

        public UUID silentRender(Person person, LikenessId likeness, Runnable meanwhile) {
            UUID id = UUID.randomUUID();
            renders.addSilent(id, authorization(person, likeness, id), meanwhile);
            return id;
        }

        private Authorization authorization(Person person, LikenessId likeness, UUID render) {
            return authorization(person, new Use(likeness, Use.Purpose.RENDER_PERFORMANCE, render));
        }

        private Authorization authorization(Person person, Use use) {
            if (authorizer.authorize(person, use) instanceof AuthorizationDecision.Permitted permitted) {
                return permitted.authorization();
            }
            throw new AssertionError("refused");
        }
    }

    /** As a worker would, on the first attempt. */
    public static void work(WorkHandler handler, UUID subject) throws Exception {
        handler.handle(order(handler, subject), new Unwatched());
    }

    public static WorkOrder order(WorkHandler handler, UUID subject) {
        return new WorkOrder(new WorkId(UUID.randomUUID()), handler.kind(), subject, 0, 1);
    }

    /** Nobody looks, nobody cancels. */
    public static final class Unwatched implements WorkMonitor {
        @Override
        public void progress(String stage, double fraction, Map<String, Double> figures) {}

        @Override
        public void checkCancelled() {}
    }
}
