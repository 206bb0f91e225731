package studio.selfsame.likeness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Constructor;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import studio.selfsame.consent.Authorization;
import studio.selfsame.consent.AuthorizationDecision;
import studio.selfsame.consent.AuthorizationRefusedException;
import studio.selfsame.consent.Authorizer;
import studio.selfsame.consent.LikenessId;
import studio.selfsame.consent.Spoken;
import studio.selfsame.consent.Use;
import studio.selfsame.identity.Person;
import studio.selfsame.identity.PersonId;
import studio.selfsame.policy.OutputMarks;

/** Nothing behind the gate is there in these tests: whoever passes it falls. */
class AuthorizedOpeningTest {
    private final LikenessId likeness = new LikenessId(UUID.randomUUID());
    private final List<Use> rechecked = new ArrayList<>();
    private final SealedLikenesses likenesses =
            new SealedLikenesses(null, null, new Withdrawn(), null, null, null, null);

    @Test
    void open_authorizationThatNoLongerHolds_isRefused() throws Exception {
        Use use = new Use(likeness, Use.Purpose.RENDER_PERFORMANCE, UUID.randomUUID());
        assertThatThrownBy(() -> likenesses.open(likeness, authorization(use), Material.NONE))
                .isInstanceOfSatisfying(
                        AuthorizationRefusedException.class,
                        e -> assertThat(e.reasons()).extracting("policyId").containsExactly("withdrawn"));
        assertThat(rechecked).containsExactly(use);
    }

    @Test
    void open_authorizationForAnotherLikeness_isRefused() throws Exception {
        LikenessId other = new LikenessId(UUID.randomUUID());
        refusesOtherUse(new Use(other, Use.Purpose.RENDER_PERFORMANCE, UUID.randomUUID()));
    }

    @Test
    void open_authorizationToTrain_isRefused() throws Exception {
        refusesOtherUse(new Use(likeness, Use.Purpose.CREATE_LIKENESS, UUID.randomUUID()));
    }

    private void refusesOtherUse(Use use) throws Exception {
        Authorization authorization = authorization(use);
        assertThatThrownBy(() -> likenesses.open(likeness, authorization, Material.NONE))
                .isInstanceOfSatisfying(
                        AuthorizationRefusedException.class,
                        e -> assertThat(e.reasons()).extracting("policyId").containsExactly("other-use"));
    }

    /** A forgery: only the consent room can make one, so its constructor is broken into. */
    private static Authorization authorization(Use use) throws Exception {
        Constructor<?> constructor = Authorization.class.getDeclaredConstructors()[0];
        constructor.setAccessible(true);
        return (Authorization) constructor.newInstance(
                UUID.randomUUID(),
                use,
                new PersonId(UUID.randomUUID()),
                Instant.EPOCH,
                Instant.EPOCH.plusSeconds(60),
                new byte[64]);
    }

    private final class Withdrawn implements Authorizer {
        @Override
        public AuthorizationDecision authorize(Person requester, Use use) {
            throw new AssertionError("nobody asked");
        }

        @Override
        public AuthorizationDecision authorize(Person requester, Use use, Spoken spoken) {
            throw new AssertionError("nobody asked");
        }

        @Override
        public void recheckDelivery(Authorization authorization, Use use, OutputMarks found) {
            throw new AssertionError("nobody asked");
        }

        @Override
        public Authorization load(UUID authorizationId) {
            throw new AssertionError("nobody asked");
        }

        @Override
        public void recheck(Authorization authorization, Use use) {
            rechecked.add(use);
            throw new AuthorizationRefusedException(
                    "consent", List.of(new AuthorizationDecision.Reason("withdrawn", "Consent was withdrawn.")));
        }
    }
}
