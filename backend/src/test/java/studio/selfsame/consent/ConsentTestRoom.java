package studio.selfsame.consent;

import java.util.UUID;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

@TestConfiguration(proxyBeanMethods = false)
@Import({ConsentTestRoom.TestDoor.class, PlayedReleases.class})
class ConsentTestRoom {
    @Bean
    @Primary
    KnownPeople knownPeople(SettableClock clock) {
        return new KnownPeople(clock);
    }

    @Bean
    @Primary
    SettableClock settableClock() {
        return new SettableClock();
    }

    /** Stands for any door of another room that asks before it lets work begin. */
    @RestController
    static class TestDoor {
        private final Authorizer authorizer;
        private final KnownPeople people;

        TestDoor(Authorizer authorizer, KnownPeople people) {
            this.authorizer = authorizer;
            this.people = people;
        }

        @PostMapping("/api/test-door/{likeness}")
        String enter(@PathVariable UUID likeness) {
            var use = new Use(new LikenessId(likeness), Use.Purpose.RENDER_PERFORMANCE, UUID.randomUUID());
            return switch (authorizer.authorize(people.current(), use)) {
                case AuthorizationDecision.Permitted permitted ->
                    permitted.authorization().id().toString();
                case AuthorizationDecision.Refused(var reasons) ->
                    throw new AuthorizationRefusedException("rendering", reasons);
            };
        }
    }

    @Bean
    HeardRecords heardRecords() {
        return new HeardRecords();
    }
}
