package studio.selfsame.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import studio.selfsame.StudioTest;
import studio.selfsame.TestStudio;
import studio.selfsame.vault.DataKeyId;
import studio.selfsame.vault.ObjectKey;
import studio.selfsame.vault.ObjectStore;
import studio.selfsame.vault.Vault;

/** Each room's part: gone at the very moment, there a second before. Things of 2001, so that no other test's are touched. */
@StudioTest
class ClocksTest {
    private static final Instant BEGAN = Instant.parse("2001-06-15T12:00:00Z");
    private static final Instant BEFORE = BEGAN.minusSeconds(1);

    @Autowired
    ObjectProvider<Retained> kept;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Vault vault;

    @Autowired
    ObjectStore objects;

    @Autowired
    PlatformTransactionManager transactions;

    private final UUID id = UUID.randomUUID();

    @ParameterizedTest
    @EnumSource
    void clock_every_isObeyedByARoom(RetentionClock clock) {
        assertThat(of(clock)).isNotEmpty();
    }

    @Test
    void supersededVerification_atItsTime_losesItsTemplateAndTheNewOneDoesNot() throws IOException {
        var person = person();
        var old = verification(person, UUID.randomUUID(), "approved", BEGAN.minusSeconds(1_000));
        var young = verification(person, UUID.randomUUID(), "approved", BEGAN);

        goesAtItsTime(RetentionClock.SUPERSEDED_VERIFICATIONS);

        assertThat(vault.isDestroyed(old)).isTrue();
        assertThat(vault.isDestroyed(young)).isFalse();
        goesAtItsTime(RetentionClock.FACE_TEMPLATES);
        assertThat(vault.isDestroyed(young)).isTrue();
    }

    @Test
    void refereesWords_atTheirTime_goAndTheDecisionStays() throws IOException {
        verification(person(), id, "rejected", BEGAN);

        sweep(RetentionClock.RECORDS, BEFORE);
        assertThat(evidence()).isEqualTo("passport");
        sweep(RetentionClock.RECORDS, BEGAN);
        assertThat(evidence()).isEmpty();
    }

    private String evidence() {
        return jdbc.sql("select evidence from identity_verification where id = ? and state = 'rejected'")
                .param(id)
                .query(String.class)
                .single();
    }

    @Test
    void abandonedUpload_atItsTime_goesWithItsKey() throws IOException {
        var key = enrolment("receiving");

        goesAtItsTime(RetentionClock.ABANDONED_UPLOADS);

        assertThat(vault.isDestroyed(key)).isTrue();
        assertThat(count("enrolment where id = ?")).isZero();
        assertThat(objects.isEmpty(new ObjectKey("enrolment/" + id))).isTrue();
    }

    @Test
    void refusedFootage_atItsTime_losesItsReportAndWhatWasLeft() throws IOException {
        var key = enrolment("refused");

        goesAtItsTime(RetentionClock.REFUSED_FOOTAGE);

        assertThat(vault.isDestroyed(key)).isTrue();
        assertThat(objects.isEmpty(new ObjectKey("enrolment/" + id))).isTrue();
        assertThat(count("enrolment where id = ? and footage_sha256 is null and problem is null"))
                .isEqualTo(1);
    }

    @Test
    void likeness_nobodyAgreedTo_endsAtItsTimeAndIsCertified() throws IOException {
        likeness();

        goesAtItsTime(RetentionClock.UNGRANTED_LIKENESSES);

        assertThat(count("consent_likeness where id = ? and ended_by = 'ungranted'"))
                .isEqualTo(1);
        assertThat(jdbc.sql("select note from deletion_certificate where likeness_id = ?")
                        .param(id)
                        .query(String.class)
                        .single())
                .contains("because consent to it was never given", "Data keys destroyed: none");
    }

    @Test
    void likeness_usedWithinTheTime_doesNotEnd() throws IOException {
        likeness();
        grant();
        authorization(BEGAN);

        goesAtItsTime(RetentionClock.UNUSED_LIKENESSES);

        assertThat(count("consent_likeness where id = ? and ended_by = 'unused'"))
                .isEqualTo(1);
    }

    @Test
    void records_atTheirTime_go() throws IOException {
        likeness();
        grant();
        authorization(BEGAN.minusSeconds(10));
        authorization(BEGAN);
        jdbc.sql("""
                        insert into consent_decision (id, decided_at, action, person, likeness_id, subject, outcome,
                            policy_ids, policy_set_sha256, schema_sha256)
                        values (gen_random_uuid(), ?, 'A', ?, ?, ?, 'deny', '{a}', 'x', 'x')
                        """).params(at(BEGAN), id, id, id).update();

        sweep(RetentionClock.RECORDS, BEFORE);
        assertThat(count("consent_decision where likeness_id = ?")).isEqualTo(1);
        sweep(RetentionClock.RECORDS, BEGAN);
        assertThat(count("consent_decision where likeness_id = ?")).isZero();
        // the newest says when the likeness was used last; what was granted is in force
        assertThat(count("consent_authorization where likeness_id = ?")).isEqualTo(1);
        assertThat(count("consent_grant where likeness_id = ?")).isEqualTo(1);

        end(BEGAN);
        sweep(RetentionClock.RECORDS, BEFORE);
        assertThat(count("consent_grant where likeness_id = ?")).isEqualTo(1);
        sweep(RetentionClock.RECORDS, BEGAN);
        assertThat(count("consent_grant where likeness_id = ?")).isZero();
        assertThat(count("consent_authorization where likeness_id = ?")).isZero();
    }

    @Test
    void renderScratch_leftOver_goesAtItsTime() throws IOException {
        var scratch = object("render/" + id + "/motion");
        jdbc.sql("""
                        insert into render (id, requester, performance_id, likeness_id, authorization_id, permitted_by,
                            idempotency_key, state, ended_at)
                        values (?, ?, ?, ?, ?, '{}', 'k', 'FAILED', ?)
                        """).params(id, id, id, id, id, at(BEGAN)).update();

        goesAtItsTime(RetentionClock.RENDER_SCRATCH);

        assertThat(objects.exists(scratch)).isFalse();
    }

    @Test
    void withdrawnOutput_atItsTime_losesItsFileAndKeepsItsRecord() throws IOException {
        var file = object("output/" + id + ".mp4");
        jdbc.sql("""
                        insert into sealed_output (output_id, render_id, likeness_id, requester_id, file_bytes, file_sha256,
                            manifest_sha256, state, sealed_at, withdrawn_at)
                        values (?, ?, ?, ?, 1, ?, ?, 'WITHDRAWN', ?, ?)
                        """)
                .params(id.toString().replace("-", "").substring(0, 16), id, id, id, "0".repeat(64), "0".repeat(64))
                .param(at(BEFORE))
                .param(at(BEGAN))
                .update();

        goesAtItsTime(RetentionClock.WITHDRAWN_OUTPUTS);

        assertThat(objects.exists(file)).isFalse();
        assertThat(count("sealed_output where render_id = ? and state = 'WITHDRAWN'"))
                .isEqualTo(1);
    }

    @Test
    void inspection_atItsTime_isForgotten() throws IOException {
        jdbc.sql("insert into inspection (id, data_key_id, state, problem, asked_at) values (?, ?, 'FAILED', '{}', ?)")
                .params(id, id, at(BEGAN))
                .update();

        goesAtItsTime(RetentionClock.INSPECTIONS);
    }

    @Test
    void refusedTakedown_atItsTime_goesWithItsKey() throws IOException {
        var key = takedown("REFUSED");

        goesAtItsTime(RetentionClock.TAKEDOWNS);

        assertThat(vault.isDestroyed(key)).isTrue();
        assertThat(objects.isEmpty(new ObjectKey("takedown/" + id))).isTrue();
        assertThat(count("takedown_case where id = ?")).isZero();
    }

    @Test
    void grantedTakedown_atItsTime_losesItsWordsAndKeepsItsRow() throws IOException {
        var key = takedown("GRANTED");

        goesAtItsTime(RetentionClock.TAKEDOWNS);

        assertThat(vault.isDestroyed(key)).isTrue();
        assertThat(objects.isEmpty(new ObjectKey("takedown/" + id))).isTrue();
        assertThat(count("takedown_case where id = ? and state = 'GRANTED' and decided_by is null"))
                .isEqualTo(1);
    }

    private DataKeyId takedown(String state) throws IOException {
        var key = vault.createKey();
        vault.seal(key, new ObjectKey("takedown/" + id + "/claim"), out -> out.write(1));
        jdbc.sql("""
                        insert into takedown_case (id, key_sha256, data_key_id, kind, claimant, state, search, received_at,
                            due_at, decided_at, decided_by)
                        values (?, ?, ?, 'OTHER', 'SOMEBODY_ELSE', ?, 'NONE', ?, ?, ?, ?)
                        """)
                .params(id, "0".repeat(64), key.value(), state, at(BEFORE), at(BEGAN), at(BEGAN), id)
                .update();
        return key;
    }

    @Test
    void takenDownOutput_atItsTime_losesItsFileAndAHeldOneDoesNot() throws IOException {
        var file = object("output/" + id + ".mp4");
        var held = object("output/" + sealed(UUID.randomUUID(), null) + ".mp4");
        sealed(id, BEGAN);

        goesAtItsTime(RetentionClock.WITHDRAWN_OUTPUTS);

        assertThat(objects.exists(file)).isFalse();
        assertThat(objects.exists(held)).isTrue();
    }

    /** Taken down; held where no time is given. */
    private UUID sealed(UUID render, @Nullable Instant takenDownAt) {
        jdbc.sql("""
                        insert into sealed_output (output_id, render_id, likeness_id, requester_id, file_bytes, file_sha256,
                            manifest_sha256, state, sealed_at, taken_down_at)
                        values (?, ?, ?, ?, 1, ?, ?, 'TAKEN_DOWN', ?, ?)
                        """)
                .params(render.toString().replace("-", "").substring(0, 16), render, id, id)
                .params("0".repeat(64), "0".repeat(64), at(BEFORE))
                .param(takenDownAt == null ? null : at(takenDownAt))
                .update();
        return render;
    }

    @Test
    void workEvents_atTheirTime_goUnlessTheWorkGoesOn() throws IOException {
        var open = UUID.randomUUID();
        jdbc.sql("""
                        insert into work (id, kind, subject, part, state, stage, created_at)
                        values (gen_random_uuid(), 'test.kept', ?, 0, 'QUEUED', 'waiting', now())
                        """).param(open).update();
        for (var subject : List.of(id, open)) {
            jdbc.sql("""
                            insert into work_event (subject, kind, part, state, stage, fraction, figures, happened_at)
                            values (?, 'test.kept', 0, 'QUEUED', 'waiting', 0, '{}', ?)
                            """).params(subject, at(BEGAN)).update();
        }

        goesAtItsTime(RetentionClock.WORK_EVENTS);

        assertThat(jdbc.sql("select count(*) from work_event where subject = ?")
                        .param(open)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        jdbc.sql("delete from work where subject = ?").param(open).update();
    }

    @Test
    void runLog_thatNobodyWrites_goesAtItsTime() throws IOException {
        var run = Files.createDirectories(TestStudio.home().resolve("run"));
        var log = Files.createFile(run.resolve(id + ".log.2001-06-15.0.gz"));
        var port = Files.createFile(run.resolve(id + ".port"));
        for (var file : List.of(log, port)) {
            Files.setLastModifiedTime(file, FileTime.from(BEGAN));
        }

        goesAtItsTime(RetentionClock.RUN_LOGS);

        assertThat(log).doesNotExist();
        assertThat(port).exists();
        Files.delete(port);
    }

    /** Exactly one thing: due and erased at {@link #BEGAN}, not a second before, and not twice. */
    private void goesAtItsTime(RetentionClock clock) throws IOException {
        assertThat(due(clock, BEFORE)).isZero();
        assertThat(sweep(clock, BEFORE)).isZero();
        assertThat(due(clock, BEGAN)).isEqualTo(1);
        assertThat(sweep(clock, BEGAN)).isEqualTo(1);
        assertThat(due(clock, BEGAN)).isZero();
        assertThat(sweep(clock, BEGAN)).isZero();
    }

    private int due(RetentionClock clock, Instant upTo) {
        return of(clock).stream().mapToInt(each -> each.due(upTo)).sum();
    }

    private int sweep(RetentionClock clock, Instant upTo) throws IOException {
        int count = 0;
        for (var each : of(clock)) {
            count += new TransactionTemplate(transactions).execute(status -> {
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

    private UUID person() {
        var person = UUID.randomUUID();
        jdbc.sql("insert into person (id, subject, first_seen) values (?, ?, ?)")
                .params(person, person.toString(), at(BEGAN))
                .update();
        return person;
    }

    private DataKeyId verification(UUID person, UUID verification, String state, Instant decidedAt) throws IOException {
        var key = vault.createKey();
        vault.seal(key, new ObjectKey("verification/" + verification + "/embedding"), out -> out.write(1));
        jdbc.sql("""
                        insert into identity_verification (id, person, state, data_key, media_type, portrait_sha256,
                            submitted_at, decided_at, evidence, note)
                        values (?, ?, ?, ?, 'image/png', 'x', ?, ?, 'passport', '')
                        """)
                .params(verification, person, state, key.value(), at(decidedAt), at(decidedAt))
                .update();
        return key;
    }

    private DataKeyId enrolment(String state) throws IOException {
        var key = vault.createKey();
        vault.seal(key, new ObjectKey("enrolment/" + id + "/footage"), out -> out.write(1));
        jdbc.sql("""
                        insert into enrolment (id, person, likeness, data_key, state, footage_sha256, problem, begun_at,
                            decided_at)
                        values (?, ?, ?, ?, ?, 'x', '{}', ?, ?)
                        """)
                .params(id, id, id, key.value(), state, at(BEGAN), at(BEGAN))
                .update();
        return key;
    }

    private void likeness() {
        jdbc.sql("insert into consent_likeness (id, owner, opened_at) values (?, ?, ?)")
                .params(id, id, at(BEGAN))
                .update();
    }

    private void grant() {
        jdbc.sql("""
                        insert into consent_grant (id, likeness_id, kind, face, voice, training, text_version,
                            text_language, text_sha256, granted_at)
                        values (gen_random_uuid(), ?, 'use', true, false, true, 1, 'en', ?, ?)
                        """).params(id, "0".repeat(64), at(BEFORE)).update();
    }

    private void authorization(Instant issuedAt) {
        jdbc.sql("""
                        insert into consent_authorization (id, likeness_id, purpose, subject, requester, issued_at,
                            expires_at, signature)
                        values (gen_random_uuid(), ?, 'RENDER_PERFORMANCE', ?, ?, ?, ?, '')
                        """).params(id, id, id, at(issuedAt), at(issuedAt)).update();
    }

    private void end(Instant endedAt) {
        jdbc.sql("update consent_likeness set withdrawn_at = ?, ended_by = 'owner' where id = ?")
                .params(at(endedAt), id)
                .update();
    }

    private ObjectKey object(String key) throws IOException {
        objects.put(new ObjectKey(key), out -> out.write(1));
        return new ObjectKey(key);
    }

    private int count(String what) {
        return jdbc.sql("select count(*) from " + what)
                .param(id)
                .query(Integer.class)
                .single();
    }

    private static Object at(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
