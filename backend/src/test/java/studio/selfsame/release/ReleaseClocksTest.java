package studio.selfsame.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import studio.selfsame.retention.Retained;
import studio.selfsame.retention.RetentionClock;
import studio.selfsame.vault.DataKeyId;
import studio.selfsame.vault.ObjectKey;
import studio.selfsame.vault.ObjectStore;
import studio.selfsame.vault.Vault;

/** Gone at the very moment, there a second before. Things of 2001, so that no other test's are touched. */
@ReleaseTest
class ReleaseClocksTest {
    private static final LocalDate LAST_DAY = LocalDate.of(2001, 6, 14);
    private static final Instant BEGAN =
            LAST_DAY.plusDays(1).atStartOfDay(Drafted.ZONE).toInstant();

    @Autowired
    Cast cast;

    @Autowired
    Play play;

    @Autowired
    ObjectProvider<Retained> kept;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Vault vault;

    @Autowired
    ObjectStore objects;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void assemble() throws Exception {
        cast.assemble();
    }

    @Test
    void draft_neverSignedByBoth_goesAtItsTimeWithItsKey() throws Exception {
        var release = play.drafted(Drafted.rider());
        play.offer(release);
        var key = key(release);
        age("talent_release set drafted_at = :at where id = :id", release, BEGAN.minusSeconds(9));
        age("release_version set written_at = :at where release = :id", release, BEGAN.minusSeconds(5));
        age("release_signature set signed_at = :at where release = :id", release, BEGAN);

        goAtTheirTime(RetentionClock.UNSIGNED_DRAFTS, 1);

        assertThat(vault.isDestroyed(key)).isTrue();
        assertThat(objects.isEmpty(new ObjectKey("release/" + release))).isTrue();
        play.read(cast.talent, "/api/releases/{id}", release).andExpect(status().isNotFound());
    }

    @Test
    void papers_ofAReleaseThatIsOver_goAtTheirTimeAndTheLedgerStays() throws Exception {
        var release = play.agreed(Drafted.rider().term("approval", "none"));
        var use = play.asked(release, "Das Licht brennt.");
        jdbc.sql("""
                insert into release_usage (render, use, state, length_ms, output_id, reserved_at, delivered_at)
                values (:use, :use, 'DELIVERED', 1000, 'an-output', now(), now())
                """).param("use", use).update();
        endOn(release, LAST_DAY);
        play.read(cast.talent, "/api/releases/{id}/versions/1/contract.json", release)
                .andExpect(status().isOk());

        goAtTheirTime(RetentionClock.RELEASES, 1);

        assertThat(vault.isDestroyed(key(release))).isTrue();
        assertThat(objects.isEmpty(new ObjectKey("release/" + release))).isTrue();
        for (var path : List.of("/versions/1/contract.json", "/versions/1/sealed.pdf", "/draft")) {
            play.read(cast.talent, "/api/releases/" + release + path)
                    .andExpect(status().isNotFound())
                    .andExpect(jsonPath("$.cause").value(containsString("erased")));
        }
        assertThat(words("release_version", "terms", release)).doesNotContainIgnoringCase("acme");
        assertThat(words("release_use", "terms", release)).doesNotContainIgnoringCase("lighthouse");
        assertThat(words("release_signature", "public_key || client_data_json || signature", release))
                .isEmpty();
        play.read(cast.talent, "/api/releases/{id}", release)
                .andExpect(jsonPath("$.state").value("expired"))
                .andExpect(jsonPath("$.project").value("erased"));
        assertThat(jdbc.sql("select length_ms from release_usage where use = :use")
                        .param("use", use)
                        .query(Long.class)
                        .single())
                .isEqualTo(1000);
    }

    @Test
    void papers_ofARevokedRelease_goByTheDayOfItsRevocation() throws Exception {
        var release = play.agreed(Drafted.rider());
        jdbc.sql(
                        "update talent_release set revoked_from = :day, revoked_by = 'TALENT', revoked_at = now() where id = :id")
                .param("day", LAST_DAY.plusDays(1))
                .param("id", release)
                .update();

        goAtTheirTime(RetentionClock.RELEASES, 1);

        assertThat(vault.isDestroyed(key(release))).isTrue();
    }

    @Test
    void papers_ofAnAmendedRelease_goByTheNewestThatBothSigned() throws Exception {
        var release = play.agreed(Drafted.rider());
        play.send(cast.rightsManager, Drafted.rider().json(), "/api/releases/{id}/amendments", release)
                .andExpect(status().isCreated());
        play.agree(release);
        endOn(release, LAST_DAY);

        goAtTheirTime(RetentionClock.RELEASES, 0);

        assertThat(vault.isDestroyed(key(release))).isFalse();
    }

    @Test
    void spentAndExpired_invitationsCeremoniesAndProofs_goAtTheirTime() throws Exception {
        var release = play.drafted(Drafted.rider());
        var hash = (UUID.randomUUID().toString() + UUID.randomUUID()).replace("-", "");
        insert("release_invitation (token_sha256, release, invited_by, invited_at, expires_at, used_by, used_at)"
                + " values ('" + hash + "', '" + release + "', :person, :at, now(), :person, :at)");
        insert("organisation_invitation (id, organisation, token_sha256, roles, invited_by, first_member, expires_at)"
                + " values (gen_random_uuid(), '" + cast.organisation + "', decode('" + hash
                + "', 'hex'), '{producer}', :person, false, :at)");
        insert("passkey_ceremony (id, person, purpose, challenge, expires_at)"
                + " values (gen_random_uuid(), :person, 'signature', '', :at)");
        insert("step_up (person, sign_in, passkey, at) select :person, decode('" + hash
                + "', 'hex'), id, :at from passkey where person = :person");

        goAtTheirTime(RetentionClock.SPENT_TOKENS, 4);
    }

    /** So many: due and erased at {@link #BEGAN}, not a second before, and not twice. */
    private void goAtTheirTime(RetentionClock clock, int count) {
        var before = BEGAN.minusSeconds(1);
        assertThat(due(clock, before)).isZero();
        assertThat(sweep(clock, before)).isZero();
        assertThat(due(clock, BEGAN)).isEqualTo(count);
        assertThat(sweep(clock, BEGAN)).isEqualTo(count);
        assertThat(due(clock, BEGAN)).isZero();
        assertThat(sweep(clock, BEGAN)).isZero();
    }

    private int due(RetentionClock clock, Instant upTo) {
        return of(clock).stream().mapToInt(each -> each.due(upTo)).sum();
    }

    private int sweep(RetentionClock clock, Instant upTo) {
        int count = 0;
        for (var each : of(clock)) {
            count += transaction.execute(status -> {
                try {
                    return each.sweep(upTo);
                } catch (IOException e) {
                    throw new AssertionError(e);
                }
            });
        }
        return count;
    }

    private List<Retained> of(RetentionClock clock) {
        return kept.stream().filter(each -> each.clock() == clock).toList();
    }

    private DataKeyId key(UUID release) {
        return new DataKeyId(jdbc.sql("select data_key from talent_release where id = :id")
                .param("id", release)
                .query(UUID.class)
                .single());
    }

    /** Its first version, after one day. */
    private void endOn(UUID release, LocalDate lastDay) {
        jdbc.sql("""
                update release_version
                set terms = terms || jsonb_build_object('firstDay', :day::text, 'lastDay', :day::text)
                where release = :id and version = 1
                """).param("day", lastDay.toString()).param("id", release).update();
    }

    private void age(String update, UUID release, Instant at) {
        jdbc.sql("update " + update)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("id", release)
                .update();
    }

    private void insert(String row) {
        jdbc.sql("insert into " + row)
                .param("person", cast.talent.uuid())
                .param("at", BEGAN.atOffset(ZoneOffset.UTC))
                .update();
    }

    private String words(String table, String column, UUID release) {
        return jdbc.sql("select string_agg((" + column + ")::text, '') from " + table + " where release = :id")
                .param("id", release)
                .query(String.class)
                .single();
    }
}
