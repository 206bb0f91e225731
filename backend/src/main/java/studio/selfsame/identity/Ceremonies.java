package studio.selfsame.identity;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import studio.selfsame.identity.CeremonyRow.Purpose;

/** Questions to authenticators: each for one person and one purpose, for five minutes and one answer. */
@Component
class Ceremonies {
    static final Duration VALID = Duration.ofMinutes(5);
    private static final int RANDOM_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final CeremonyTable table;
    private final Clock clock;

    Ceremonies(CeremonyTable table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    /**
     * @param reasons why no answer to it may count
     * @param challenge that was given; null where the person was not asked at all
     */
    record Spent(Set<PasskeyReason> reasons, byte @Nullable [] challenge) {}

    /** @param about how the challenge begins; the rest is random */
    CeremonyRow begin(PersonId person, Purpose purpose, byte[] about) {
        var random = random();
        var challenge = Arrays.copyOf(about, about.length + random.length);
        System.arraycopy(random, 0, challenge, about.length, random.length);
        var now = now();
        var row = new CeremonyRow(UUID.randomUUID(), person, purpose, challenge, now.plus(VALID), false);
        table.insert(row, now);
        return row;
    }

    /** To be called in a transaction that is committed whatever the outcome. */
    Spent spend(@Nullable UUID id, PersonId person, Purpose purpose, byte[] about) {
        var now = now();
        var found = id == null ? null : table.spend(id, person, now).orElse(null);
        if (found == null) {
            return new Spent(EnumSet.of(PasskeyReason.CEREMONY_UNKNOWN), null);
        }
        var reasons = EnumSet.noneOf(PasskeyReason.class);
        if (found.spent()) {
            reasons.add(PasskeyReason.CEREMONY_SPENT);
        }
        if (!now.isBefore(found.expiresAt())) {
            reasons.add(PasskeyReason.CEREMONY_EXPIRED);
        }
        if (found.purpose() != purpose || !startsWith(found.challenge(), about)) {
            reasons.add(PasskeyReason.CEREMONY_OF_ANOTHER_KIND);
        }
        return new Spent(reasons, found.challenge());
    }

    /** In microseconds as the database keeps them. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    static byte[] random() {
        var bytes = new byte[RANDOM_BYTES];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    private static boolean startsWith(byte[] challenge, byte[] about) {
        return challenge.length >= about.length && Arrays.equals(challenge, 0, about.length, about, 0, about.length);
    }
}
