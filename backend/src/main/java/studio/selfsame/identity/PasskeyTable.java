package studio.selfsame.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of {@code passkey} and {@code passkey_holder}. */
@Repository
class PasskeyTable {
    private static final String STANDING = "select * from passkey where revoked_at is null ";

    private final JdbcClient jdbc;

    PasskeyTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The random name by which authenticators know the person; the given one if they had none. */
    byte[] handle(PersonId person, byte[] otherwise) {
        jdbc.sql("insert into passkey_holder (person, handle) values (?, ?) on conflict do nothing")
                .params(person.value(), otherwise)
                .update();
        return jdbc.sql("select handle from passkey_holder where person = ?")
                .param(person.value())
                .query(byte[].class)
                .single();
    }

    /** Until the transaction ends nobody else registers or revokes a passkey of theirs. */
    void lock(PersonId person) {
        jdbc.sql("select person from passkey_holder where person = ? for no key update")
                .param(person.value())
                .query(UUID.class)
                .optional();
    }

    /** False when such a credential is registered already, revoked or not, by anybody. */
    boolean insert(PasskeyRow row) {
        return jdbc.sql("""
                        insert into passkey (id, person, credential_id, attested, public_key, sign_count,
                            backup_eligible, label, registered_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (credential_id) do nothing
                        """)
                        .params(
                                row.id(),
                                row.person().value(),
                                row.credentialId(),
                                row.attested(),
                                row.publicKey(),
                                row.signCount(),
                                row.backupEligible(),
                                row.label(),
                                Timestamp.from(row.registeredAt()))
                        .update()
                == 1;
    }

    /** That stand, oldest first. */
    List<PasskeyRow> standing(PersonId person) {
        return jdbc.sql(STANDING + "and person = ? order by registered_at, id")
                .param(person.value())
                .query(PasskeyTable::read)
                .list();
    }

    Optional<PasskeyRow> standing(PersonId person, UUID id) {
        return jdbc.sql(STANDING + "and person = ? and id = ?")
                .params(person.value(), id)
                .query(PasskeyTable::read)
                .optional();
    }

    boolean any(PersonId person) {
        return jdbc.sql("select exists (" + STANDING + "and person = ?)")
                .param(person.value())
                .query(Boolean.class)
                .single();
    }

    /** Revoked or not; until the transaction ends no other answer of it is judged. */
    Optional<PasskeyRow> findToJudge(PersonId person, byte[] credentialId) {
        return jdbc.sql("select * from passkey where person = ? and credential_id = ? for no key update")
                .params(person.value(), credentialId)
                .query(PasskeyTable::read)
                .optional();
    }

    void used(UUID id, long signCount, Instant at) {
        jdbc.sql("update passkey set sign_count = ?, last_used_at = ? where id = ?")
                .params(signCount, Timestamp.from(at), id)
                .update();
    }

    void revoke(UUID id, Instant at) {
        jdbc.sql("update passkey set revoked_at = ? where id = ? and revoked_at is null")
                .params(Timestamp.from(at), id)
                .update();
    }

    private static PasskeyRow read(ResultSet row, int number) throws SQLException {
        return new PasskeyRow(
                row.getObject("id", UUID.class),
                new PersonId(row.getObject("person", UUID.class)),
                row.getBytes("credential_id"),
                row.getBytes("attested"),
                row.getBytes("public_key"),
                row.getLong("sign_count"),
                row.getBoolean("backup_eligible"),
                row.getString("label"),
                row.getTimestamp("registered_at").toInstant(),
                instant(row.getTimestamp("last_used_at")),
                instant(row.getTimestamp("revoked_at")));
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }
}
