package studio.selfsame.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.jwt;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import studio.selfsame.Neighbours;
import studio.selfsame.StudioTest;
import studio.selfsame.consent.ConsentingPeople;
import studio.selfsame.consent.DeletionCertificate;
import studio.selfsame.consent.Holding;
import studio.selfsame.consent.Holdings;
import studio.selfsame.consent.LikenessId;
import studio.selfsame.identity.PersonId;
import studio.selfsame.retention.Retained;
import studio.selfsame.retention.RetentionClock;
import studio.selfsame.vault.ObjectKey;
import studio.selfsame.vault.ObjectStore;
import studio.selfsame.vault.Vault;

/** The certificate of deletion, over footage that was really sealed and a withdrawal that really happened. */
@StudioTest
@Import({Neighbours.class, DeletionTest.Stubborn.class})
class DeletionTest {
    private static final byte[] FOOTAGE = {1, 2, 3};
    private static final String SETTINGS = """
            {"renderer": "retrieval+residual", "device": "cpu", "resolution": 32, "channels": [4, 8],
            "activation": "leaky-relu", "steps": 1, "patience": 0, "batch": 1, "learningRate": 0.001,
            "optimiser": "adam", "loss": {"pixel": 1, "mouth": 3, "temporal": 0, "gradient": 0,
            "adversarial": 0, "adversarialFrom": 0}, "seed": 1}
            """;

    @Autowired
    Neighbours.KnownPerson people;

    @Autowired
    ConsentingPeople.Desk consent;

    @Autowired
    FootageIntake intake;

    @Autowired
    StubbornRoom stubborn;

    @Autowired
    Neighbours.TrainedLikenesses likenesses;

    @Autowired
    Vault vault;

    @Autowired
    ObjectStore objects;

    @Autowired
    ObjectProvider<Retained> clocks;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvc http;

    private PersonId person;
    private EnrolmentRow row;

    @BeforeEach
    void enrol() throws IOException {
        person = people.signInVerified();
        row = intake.receive(people.current(), () -> new ByteArrayInputStream(FOOTAGE));
    }

    @AfterEach
    void mend() {
        stubborn.fails.set(false);
        stubborn.holds.set(false);
    }

    @Test
    void withdrawal_done_isCertifiedAndTheCertificateIsTrue() throws Exception {
        consent.withdraw(person, row.likeness());

        var text = DeletionCertificate.verified(certificate(), key()).orElseThrow();
        assertThat(text)
                .startsWith(DeletionCertificate.FIRST_LINE + "\n")
                .contains(
                        "Likeness: " + row.likeness().value(),
                        "because the person shown withdrew their consent",
                        "State: keys destroyed; files are looked for and removed until 20",
                        "- " + row.dataKey().value() + ", destroyed 20",
                        "  - footage with its sound and face track: 1",
                        "Sealed files: none is left in the store.",
                        "Videos marked as withdrawn: none had been made.");
        assertThat(text)
                .contains(
                        "talent releases that were made about this likeness, if any, with the scripts that were asked for"
                                + " under them, until " + tenYearsAfterTheEnd(text) + " at the latest");
        assertThat(text).containsPattern("audit trail: entry \\d+ of the tree with \\d+ entries and root [0-9a-f]{64}");
        assertThat(vault.isDestroyed(row.dataKey())).isTrue();
        assertThat(objects.isEmpty(row.folder())).isTrue();
        assertThat(records()).containsExactly("false");
    }

    @Test
    void certificate_changedInOneByte_isNotVerified() throws Exception {
        consent.withdraw(person, row.likeness());
        var note = certificate();
        var signed = note.substring(0, note.indexOf("\n\n\u2014 ") + 1);

        for (int at : new int[] {signed.indexOf("Likeness") + 12, signed.length() / 2, signed.length() - 2}) {
            char other = note.charAt(at) == '1' ? '2' : '1';
            var changed = note.substring(0, at) + other + note.substring(at + 1);
            assertThat(DeletionCertificate.verified(changed, key())).isEmpty();
        }
    }

    @Test
    void certificate_heldAgainstTheAuditKey_isNotVerified() throws Exception {
        consent.withdraw(person, row.likeness());
        var auditKey = body("/api/audit/key").strip();
        var checkpoint = body("/api/audit/tree");

        assertThat(auditKey).isNotEqualTo(key()).isNotEmpty();
        assertThat(checkpoint).isNotEmpty();
        assertThat(DeletionCertificate.verified(certificate(), auditKey)).isEmpty();
        assertThatThrownBy(() -> DeletionCertificate.verified("a\n1\nb\n\n\u2014 a AAAAAAA=\n", key()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void certificate_forAnybodyElse_isNotThere() throws Exception {
        consent.withdraw(person, row.likeness());
        people.signInVerified();

        http.perform(get(
                                "/api/likenesses/{id}/deletion-certificate",
                                row.likeness().value())
                        .with(jwt()))
                .andExpect(status().isNotFound());
    }

    @Test
    void certificate_whileConsentStands_isNotThere() throws Exception {
        http.perform(get(
                                "/api/likenesses/{id}/deletion-certificate",
                                row.likeness().value())
                        .with(jwt()))
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.remedy").value("A certificate is issued when you withdraw your consent."));
    }

    @Test
    void withdrawal_thatCannotBeCertified_standsAndIsCertifiedLater() throws Exception {
        stubborn.fails.set(true);
        consent.withdraw(person, row.likeness());

        assertThat(vault.isDestroyed(row.dataKey())).isTrue();
        http.perform(get(
                                "/api/likenesses/{id}/deletion-certificate",
                                row.likeness().value())
                        .with(jwt()))
                .andExpect(status().isServiceUnavailable())
                .andExpect(
                        jsonPath("$.consequence").value("Your withdrawal stands; only the paper about it is missing."));
        assertThat(records()).isEmpty();

        stubborn.fails.set(false);
        assertThat(certificate()).contains("State: keys destroyed");
    }

    @Test
    void certificate_ofWhatIsNotDestroyed_isNeverIssued() throws Exception {
        stubborn.holds.set(true);
        consent.withdraw(person, row.likeness());

        http.perform(get(
                                "/api/likenesses/{id}/deletion-certificate",
                                row.likeness().value())
                        .with(jwt()))
                .andExpect(status().isServiceUnavailable());
    }

    @Test
    void leftovers_removed_makeTheCertificateComplete() throws Exception {
        consent.withdraw(person, row.likeness());
        assertThat(certificate()).contains("Sealed files: none is left in the store.");
        // what a worker wrote that had begun before
        var late = new ObjectKey(row.folder().value() + "/late");
        objects.put(late, out -> out.write(1));

        var leftovers = clock(RetentionClock.LEFTOVERS);
        leftovers.sweep(endedAt().minus(Duration.ofSeconds(1)));
        assertThat(objects.exists(late)).isTrue();
        assertThat(leftovers.sweep(endedAt())).isPositive();
        assertThat(objects.exists(late)).isFalse();
        assertThat(certificate()).contains("State: complete\n", "Replaces: the certificate with SHA-256 ");
        assertThat(leftovers.sweep(endedAt())).isZero();
        assertThat(records()).containsExactly("false", "true");
    }

    @Test
    void withdrawal_ofALikenessInFullUse_namesWhatEveryRoomHeld() throws Exception {
        var id = row.likeness().value();
        var render = UUID.randomUUID();
        likenesses.add(row.likeness(), person, row.dataKey());
        jdbc.sql("""
                        insert into likeness (id, owner_id, enrolment_id, data_key_id, authorization_id, run, state, settings,
                            requested_at) values (?, ?, ?, ?, ?, 1, 'ready', ?::jsonb, now())
                        """)
                .params(id, person.value(), row.id().value(), row.dataKey().value(), id, SETTINGS)
                .update();
        var performance = UUID.randomUUID();
        jdbc.sql("""
                        insert into performance (id, author, likeness, data_key, language, synthesizer, state, begun_at)
                        values (?, ?, ?, ?, 'en-US', 'x', 'ready', now())
                        """)
                .params(performance, person.value(), id, row.dataKey().value())
                .update();
        jdbc.sql("""
                        insert into render (id, requester, performance_id, likeness_id, authorization_id, permitted_by,
                            idempotency_key, state) values (?, ?, ?, ?, ?, '{}', 'k', 'RENDERING')
                        """).params(render, person.value(), performance, id, id).update();
        var output = render.toString().replace("-", "").substring(0, 16);
        jdbc.sql("""
                        insert into sealed_output (output_id, render_id, likeness_id, requester_id, file_bytes, file_sha256,
                            manifest_sha256, state, sealed_at) values (?, ?, ?, ?, 1, ?, ?, 'IN_FORCE', now())
                        """)
                .params(output, render, id, person.value(), "0".repeat(64), "0".repeat(64))
                .update();
        jdbc.sql("""
                        insert into verified_recording (id, person, likeness, data_key, purpose, video, video_sha256,
                            rate_numerator, rate_denominator, frames, verified_at)
                        values (?, ?, ?, ?, 'take', ?, ?, 25, 1, 1, now())
                        """)
                .params(
                        performance,
                        person.value(),
                        id,
                        row.dataKey().value(),
                        "performance/" + performance + "/take",
                        "0".repeat(64))
                .update();
        jdbc.sql("insert into drawn_segment (object_key, likeness_id, used_at) values (?, ?, now())")
                .params("drawn/" + id + "/a", id)
                .update();
        var sealed = List.of(
                object("likeness/" + id + "/1/model"),
                object("performance/" + performance + "/take"),
                object("performance/" + performance + "/take-tracking"),
                object("drawn/" + id + "/a"),
                object("performance/" + performance + "/utterance"),
                object("render/" + render + "/motion"));
        var file = object("output/" + render + ".mp4");

        consent.withdraw(person, row.likeness());

        for (var object : sealed) {
            assertThat(objects.exists(object)).as(object.value()).isFalse();
        }
        assertThat(certificate())
                .contains(
                        "State: keys destroyed; files are looked for and removed until ",
                        "  - trainings of the model, with its pictures: 2",
                        "  - scripts and recordings with their speech: 1",
                        "  - recordings to perform with, with their face tracks: 1",
                        "  - renders with their scratch: 1",
                        "  - drawn pieces of renders, kept to be used again: 1",
                        "Videos marked as withdrawn, which everybody who inspects one is told: 1\n- " + output + "\n",
                        "Files of 1 of them can be fetched by whoever had them made, and are removed until ");

        clock(RetentionClock.LEFTOVERS).sweep(endedAt());
        assertThat(certificate()).contains("State: keys destroyed");
        clock(RetentionClock.WITHDRAWN_OUTPUTS).sweep(endedAt());
        assertThat(objects.exists(file)).isFalse();
        clock(RetentionClock.LEFTOVERS).sweep(endedAt());
        assertThat(certificate()).contains("State: complete\n", "Their files were removed from the studio's store.");
    }

    private ObjectKey object(String key) throws IOException {
        vault.seal(row.dataKey(), new ObjectKey(key), out -> out.write(1));
        return new ObjectKey(key);
    }

    private Instant endedAt() {
        return jdbc.sql("select withdrawn_at from consent_likeness where id = ?")
                .param(row.likeness().value())
                .query(java.time.OffsetDateTime.class)
                .single()
                .toInstant();
    }

    /** Whether each certificate on the trail was complete, in their order. */
    private List<String> records() throws Exception {
        body("/api/audit/tree");
        return jdbc.sql("""
                        select cast(entry as jsonb) -> 'facts' ->> 'complete' from audit_entry
                        where kind = 'DeletionCertified' and subject = ? order by index
                        """)
                .param(row.likeness().value().toString())
                .query(String.class)
                .list();
    }

    private static Instant tenYearsAfterTheEnd(String certificate) {
        var ended = Instant.parse(certificate.replaceAll("(?s).*\nEnded: (\\S+),.*", "$1"));
        return ended.atOffset(ZoneOffset.UTC).plusYears(10).toInstant();
    }

    private Retained clock(RetentionClock clock) {
        return clocks.stream().filter(each -> each.clock() == clock).findFirst().orElseThrow();
    }

    private String certificate() throws Exception {
        return body("/api/likenesses/" + row.likeness().value() + "/deletion-certificate");
    }

    private String key() throws Exception {
        return body("/api/trust/deletion-key").strip();
    }

    private String body(String path) throws Exception {
        return http.perform(get(path).with(jwt()))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    /** A room that can fail to tell, or tell of something that nobody destroyed. */
    static final class StubbornRoom implements Holdings {
        private final AtomicBoolean fails = new AtomicBoolean();
        private final AtomicBoolean holds = new AtomicBoolean();
        private final Vault vault;

        StubbornRoom(Vault vault) {
            this.vault = vault;
        }

        @Override
        public List<Holding> of(LikenessId likeness) {
            if (fails.get()) {
                throw new IllegalStateException("the room does not answer");
            }
            return holds.get() ? List.of(new Holding.Sealed(vault.createKey(), "notes", 1, true)) : List.of();
        }

        @Override
        public void clear(LikenessId likeness) {}
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Stubborn {
        @Bean
        StubbornRoom stubbornRoom(Vault vault) {
            return new StubbornRoom(vault);
        }
    }
}
