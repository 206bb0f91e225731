package studio.selfsame.identity;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import studio.selfsame.vault.DataKeyId;
import studio.selfsame.vault.ObjectKey;

/** Verifications by age. */
@Repository
class KeptVerifications {
    /** A newer approved one has replaced it; or it came to nothing, and its media went then, if nothing failed. */
    static final String SUPERSEDED = """
            v.state in ('rejected', 'unusable') and coalesce(v.decided_at, v.submitted_at) <= :upTo
            or v.state = 'approved' and exists (select from identity_verification newer where newer.person = v.person
                and newer.state = 'approved' and newer.decided_at > v.decided_at and newer.decided_at <= :upTo)""";

    static final String DECIDED = "v.state = 'approved' and v.decided_at <= :upTo";

    private static final String WORDS =
            "decided_at <= ? and (evidence is distinct from '' or note is distinct from '')";

    private final JdbcClient jdbc;

    KeptVerifications(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Where the media of one lie. */
    record Media(UUID id, DataKeyId dataKey) {
        ObjectKey folder() {
            return new ObjectKey("verification/" + id);
        }
    }

    int count(String which, Instant upTo) {
        return query("select count(*)", which, "", upTo).query(Integer.class).single();
    }

    /** A hundred at most. */
    List<Media> some(String which, Instant upTo) {
        return query("select v.id, v.data_key", which, " order by v.submitted_at limit 100", upTo)
                .query((row, number) -> new Media(
                        row.getObject("id", UUID.class), new DataKeyId(row.getObject("data_key", UUID.class))))
                .list();
    }

    void mediaErased(UUID id) {
        jdbc.sql("update identity_verification set media_erased_at = now() where id = ?")
                .param(id)
                .update();
    }

    int countWords(Instant upTo) {
        return jdbc.sql("select count(*) from identity_verification where " + WORDS)
                .param(upTo.atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .single();
    }

    int eraseWords(Instant upTo) {
        return jdbc.sql("update identity_verification set evidence = '', note = '' where " + WORDS)
                .param(upTo.atOffset(ZoneOffset.UTC))
                .update();
    }

    private JdbcClient.StatementSpec query(String select, String which, String more, Instant upTo) {
        return jdbc.sql(select + " from identity_verification v where v.media_erased_at is null and (" + which + ")"
                        + more)
                .param("upTo", upTo.atOffset(ZoneOffset.UTC));
    }
}
