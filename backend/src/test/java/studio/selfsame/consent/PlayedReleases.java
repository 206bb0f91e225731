package studio.selfsame.consent;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import studio.selfsame.identity.Membership;
import studio.selfsame.identity.OrganisationId;
import studio.selfsame.identity.Organisations;
import studio.selfsame.identity.PersonId;
import studio.selfsame.policy.Approval;
import studio.selfsame.policy.Content;
import studio.selfsame.policy.Language;
import studio.selfsame.policy.Medium;
import studio.selfsame.policy.OrganisationRole;
import studio.selfsame.policy.Purpose;
import studio.selfsame.policy.ReleaseFacts;
import studio.selfsame.policy.ReleasePeriod;
import studio.selfsame.policy.ReleaseTerms;
import studio.selfsame.policy.Signatory;
import studio.selfsame.policy.Suspension;
import studio.selfsame.policy.Term;
import studio.selfsame.policy.Territory;
import studio.selfsame.policy.UseTerms;

/** Talent releases and who acts for the organisations that they are made out to, as a test says they are. */
@TestConfiguration(proxyBeanMethods = false)
public class PlayedReleases {
    @Bean
    @Primary
    Desk releaseDesk(Clock clock) {
        return new Desk(clock);
    }

    /** Two minutes of adverts in US English, in force since yesterday. */
    public static final class Desk implements ReleasedUses, UsageMeter, Organisations {
        private final Clock clock;
        private final Map<ReleaseUseId, ReleasedUse> uses = new ConcurrentHashMap<>();
        private final Map<PersonId, Map<OrganisationId, Set<OrganisationRole>>> people = new ConcurrentHashMap<>();
        private final Map<UUID, List<String>> counted = new ConcurrentHashMap<>();

        Desk(Clock clock) {
            this.clock = clock;
        }

        /** A use of the talent's likeness, to say this script, by an organisation for which this producer acts. */
        public ReleaseUseId released(LikenessId likeness, PersonId talent, PersonId producer, String script) {
            var organisation = new OrganisationId(UUID.randomUUID());
            become(producer, organisation, OrganisationRole.PRODUCER);
            var use = new ReleaseUseId(UUID.randomUUID());
            uses.put(use, use(likeness, talent, organisation, script));
            return use;
        }

        public void change(ReleaseUseId use, UnaryOperator<ReleasedUse> change) {
            uses.computeIfPresent(use, (id, before) -> change.apply(before));
        }

        public void changeRelease(ReleaseUseId use, UnaryOperator<ReleaseFacts> change) {
            change(
                    use,
                    before -> new ReleasedUse(
                            change.apply(before.release()), before.terms(), before.content(), before.scriptSha256()));
        }

        public void withdraw(ReleaseUseId use) {
            uses.remove(use);
        }

        public OrganisationId organisationOf(ReleaseUseId use) {
            return new OrganisationId(uses.get(use).release().organisation());
        }

        public void become(PersonId person, OrganisationId organisation, OrganisationRole... roles) {
            people.computeIfAbsent(person, id -> new HashMap<>()).put(organisation, Set.of(roles));
        }

        public void leave(PersonId person) {
            people.remove(person);
        }

        /** What the meter was told of a render. */
        public List<String> counted(UUID render) {
            return counted.getOrDefault(render, List.of());
        }

        @Override
        public Optional<ReleasedUse> find(ReleaseUseId use, Duration length, UUID render) {
            requireTransaction();
            return read(use, length);
        }

        @Override
        public Optional<ReleasedUse> read(ReleaseUseId use, Duration length) {
            return Optional.ofNullable(uses.get(use))
                    .map(found -> new ReleasedUse(
                            found.release(), ofLength(found.terms(), length), found.content(), found.scriptSha256()));
        }

        @Override
        public void reserve(ReleaseUseId use, UUID render, Duration length) {
            count(render, "reserved " + length);
        }

        @Override
        public void delivered(UUID render, String outputId, Duration length) {
            if (counted.containsKey(render)) {
                count(render, "delivered " + outputId + " " + length);
            }
        }

        @Override
        public void released(UUID render) {
            if (counted(render).size() == 1) {
                count(render, "released");
            }
        }

        @Override
        public Optional<Organisation> find(OrganisationId organisation) {
            return Optional.of(new Organisation(organisation, "Northlight Pictures"));
        }

        @Override
        public Optional<Membership> membership(PersonId person, OrganisationId organisation) {
            return Optional.ofNullable(people.getOrDefault(person, Map.of()).get(organisation))
                    .map(roles -> new Membership(organisation, person, roles));
        }

        @Override
        public List<Membership> memberships(PersonId person) {
            return people.getOrDefault(person, Map.of()).keySet().stream()
                    .flatMap(organisation -> membership(person, organisation).stream())
                    .toList();
        }

        private void count(UUID render, String what) {
            requireTransaction();
            counted.computeIfAbsent(render, id -> new CopyOnWriteArrayList<>()).add(what);
        }

        private static void requireTransaction() {
            if (!TransactionSynchronizationManager.isActualTransactionActive()) {
                throw new IllegalStateException("outside of a transaction nothing holds");
            }
        }

        private ReleasedUse use(LikenessId likeness, PersonId talent, OrganisationId organisation, String script) {
            var languages = Set.of(new Language("en-US"));
            var project = new Term("Harbour Lights");
            var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
            var terms = new ReleaseTerms(
                    Set.of(Purpose.ADVERTISING),
                    Set.of(Medium.ONLINE),
                    Set.of(Territory.WORLD),
                    languages,
                    project,
                    Set.of(),
                    Set.of(),
                    false,
                    Optional.of(Duration.ofMinutes(2)),
                    Optional.of(3),
                    Approval.NONE);
            var release = new ReleaseFacts(
                    UUID.randomUUID(),
                    likeness.value(),
                    organisation.value(),
                    new Signatory(talent.value(), Signatory.Capacity.SELF, false),
                    true,
                    true,
                    new ReleasePeriod(today.minusDays(1), today.plusYears(1), Optional.empty(), ZoneOffset.UTC),
                    Suspension.NO,
                    terms);
            var use = new UseTerms(
                    Purpose.ADVERTISING,
                    Medium.ONLINE,
                    Set.of(Territory.WORLD),
                    languages,
                    project,
                    Set.of(),
                    Duration.ZERO,
                    Optional.empty());
            return new ReleasedUse(release, use, new Content.Declared(Set.of()), sha256(script));
        }

        private static UseTerms ofLength(UseTerms terms, Duration length) {
            return new UseTerms(
                    terms.purpose(),
                    terms.medium(),
                    terms.territories(),
                    terms.languages(),
                    terms.project(),
                    terms.topics(),
                    length,
                    terms.approvedBy());
        }

        private static String sha256(String script) {
            try {
                return HexFormat.of()
                        .formatHex(
                                MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8)));
            } catch (NoSuchAlgorithmException e) {
                throw new AssertionError(e);
            }
        }
    }
}
