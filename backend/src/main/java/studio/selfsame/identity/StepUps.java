package studio.selfsame.identity;

import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.apache.commons.codec.digest.DigestUtils;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import studio.selfsame.identity.CeremonyRow.Purpose;
import studio.selfsame.identity.Passkeys.Assertion;
import studio.selfsame.identity.Passkeys.Ceremony;

/** A signed-in person proves by passkey that it is they; it counts in that sign-in alone. */
@Service
class StepUps {
    private static final byte[] SUBJECT = "selfsame step-up ".getBytes(StandardCharsets.US_ASCII);
    private static final Duration KEPT = Duration.ofDays(1);

    private final Assertions assertions;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    StepUps(Assertions assertions, JdbcClient jdbc, ApplicationEventPublisher events, TransactionTemplate transaction) {
        this.assertions = assertions;
        this.jdbc = jdbc;
        this.events = events;
        this.transaction = transaction;
    }

    /**
     * @param possible the person has a passkey
     * @param at of the newest in this sign-in, by a passkey that still stands; the beginning of time where there was none
     */
    record Standing(boolean possible, Instant at) {}

    Ceremony begin(PersonId person, SignInSession session) {
        return assertions.begin(person, Purpose.STEP_UP, about(session));
    }

    /** When, which is now. */
    Instant confirm(PersonId person, SignInSession session, Assertion assertion) {
        var proven = assertions.verify(person, Purpose.STEP_UP, about(session), assertion);
        transaction.executeWithoutResult(status -> {
            record(person, session, proven);
            events.publishEvent(new SteppedUp(person, proven.passkey().id()));
        });
        return proven.at();
    }

    Standing standing(UUID person, SignInSession session) {
        return jdbc.sql("""
                        select exists (select 1 from passkey where person = :person and revoked_at is null) as possible,
                            (select at from step_up join passkey on passkey.id = step_up.passkey
                                where step_up.person = :person and sign_in = :session and revoked_at is null) as at
                        """)
                .param("person", person)
                .param("session", session.sha256())
                .query((row, number) -> {
                    var at = row.getTimestamp("at");
                    return new Standing(row.getBoolean("possible"), at == null ? Instant.EPOCH : at.toInstant());
                })
                .single();
    }

    private void record(PersonId person, SignInSession session, Assertions.Proven proven) {
        jdbc.sql("delete from step_up where person = ? and at < ?")
                .params(person.value(), Timestamp.from(proven.at().minus(KEPT)))
                .update();
        jdbc.sql("""
                        insert into step_up (person, sign_in, passkey, at) values (?, ?, ?, ?)
                        on conflict (person, sign_in) do update set passkey = excluded.passkey, at = excluded.at
                        where step_up.at <= excluded.at
                        """)
                .params(person.value(), session.sha256(), proven.passkey().id(), Timestamp.from(proven.at()))
                .update();
    }

    /** So that an answer given in one sign-in is good for no other. */
    private static byte[] about(SignInSession session) {
        var said = Arrays.copyOf(SUBJECT, SUBJECT.length + session.sha256().length);
        System.arraycopy(session.sha256(), 0, said, SUBJECT.length, session.sha256().length);
        return DigestUtils.sha256(said);
    }
}
