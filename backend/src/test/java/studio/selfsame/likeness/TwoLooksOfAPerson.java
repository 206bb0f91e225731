package studio.selfsame.likeness;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import studio.selfsame.StudioTest;
import studio.selfsame.consent.Authorization;
import studio.selfsame.consent.AuthorizationDecision.Permitted;
import studio.selfsame.consent.Authorizer;
import studio.selfsame.consent.ConsentingPeople;
import studio.selfsame.consent.LikenessId;
import studio.selfsame.consent.LikenessRegister;
import studio.selfsame.consent.Use;
import studio.selfsame.identity.Person;
import studio.selfsame.identity.PersonId;
import studio.selfsame.media.Media;
import studio.selfsame.vault.DataKeyId;
import studio.selfsame.vault.Vault;

/** What tests of a second look share: a person who agreed to their likeness, and takes that they brought. */
@StudioTest
@Import(ConsentingPeople.class)
abstract class TwoLooksOfAPerson {
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
    Media media;

    @Autowired
    Clock clock;

    final BroughtRecordings brought = new BroughtRecordings();
    final Person person =
            new Person(new PersonId(UUID.randomUUID()), Set.of(Person.Role.CREATOR), 1, Instant.now(), false);
    LikenessId likeness;
    DataKeyId key;
    SecondLook looks;

    @BeforeEach
    void consents() {
        likeness = consent.granted(person.id());
        key = vault.createKey();
        looks = new SecondLook(brought, authorizer, new AgreedLearning(register), vault, media);
    }

    Authorization authorized(Use use) {
        return ((Permitted) authorizer.authorize(person, use)).authorization();
    }

    /** The footage's room, which is not asked here, would destroy the key. */
    void withdraw() {
        vault.destroy(key);
        consent.withdraw(person.id(), likeness);
    }

    static TrainingSettings settings() {
        DraftSettings draft = TrainingSettings.usual().draft();
        draft.renderer = Renderer.AUTOENCODER;
        draft.steps = 100;
        draft.batch = 4;
        draft.resolution = 32;
        draft.channels = List.of(8, 16);
        draft.learningRate = 5e-3;
        return draft.settle();
    }
}
