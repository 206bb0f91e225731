package studio.selfsame.rendering;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionTemplate;
import studio.selfsame.QuietMonitor;
import studio.selfsame.StudioTest;
import studio.selfsame.consent.ConsentingPeople;
import studio.selfsame.consent.LikenessId;
import studio.selfsame.identity.Person;
import studio.selfsame.identity.PersonId;
import studio.selfsame.vault.ObjectStore;
import studio.selfsame.work.WorkHandler;
import studio.selfsame.work.WorkId;
import studio.selfsame.work.WorkOrder;

/** What tests of renders share: a person who agreed to their likeness, and what to ask for. */
@StudioTest
@Import({Neighbours.class, ConsentingPeople.class})
abstract class AskedRenders {
    @Autowired
    RenderDesk desk;

    @Autowired
    Renders renders;

    @Autowired
    RenderRows rows;

    @Autowired
    List<WorkHandler> handlers;

    @Autowired
    ObjectStore objects;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Neighbours.PlayedPerformances performances;

    @Autowired
    Neighbours.PlayedLikenesses likenesses;

    @Autowired
    Neighbours.Heard heard;

    @Autowired
    ConsentingPeople.Desk consent;

    final Person person =
            new Person(new PersonId(UUID.randomUUID()), Set.of(Person.Role.CREATOR), 1, Instant.now(), false);
    LikenessId likeness;

    @BeforeEach
    void consents() {
        likeness = consent.granted(person.id());
    }

    void handle(String kind, RenderId id, int part) throws Exception {
        WorkHandler handler =
                handlers.stream().filter(h -> h.kind().equals(kind)).findFirst().orElseThrow();
        handler.handle(new WorkOrder(new WorkId(UUID.randomUUID()), kind, id.value(), part, 1), new QuietMonitor());
    }
}
