package studio.selfsame.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import studio.selfsame.StudioTest;
import studio.selfsame.TestStudio;

@StudioTest
class AuditTest {
    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    MerkleAuditTrail trail;

    @Autowired
    Checkpoints checkpoints;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    MockMvc web;

    final String subject = UUID.randomUUID().toString();

    record KettleBoiled(String subject, Map<String, String> facts) implements AuditRecord {}

    @Test
    void publish_committed_isProvablyInTheSignedTree() {
        record(subject);

        long index = trail.latestIndexOf(subject).orElseThrow();
        var checkpoint = trail.checkpoint();
        var proof = trail.inclusionProof(index);

        assertThat(proof.size()).isEqualTo(checkpoint.size());
        assertThat(HexFormat.of().formatHex(leafFromTheEntry(index))).isEqualTo(proof.leafHashHex());
        assertThat(verifies(proof, leafFromTheEntry(index), checkpoint)).isTrue();
        assertThat(jdbc.sql("select entry from audit_entry where index = ?")
                        .param(index)
                        .query(String.class)
                        .single())
                .startsWith("{\"facts\":{\"cups\":\"2\"},\"kind\":\"KettleBoiled\",\"recordedAt\":\"")
                .endsWith("\",\"subject\":\"" + subject + "\"}");
    }

    @Test
    void find_amongEntriesOfOneSubject_isTheNewestThatSaysAllOfIt() {
        for (String cups : List.of("2", "3", "2")) {
            new TransactionTemplate(transactions)
                    .executeWithoutResult(status ->
                            events.publishEvent(new KettleBoiled(subject, Map.of("cups", cups, "tea", "green"))));
        }
        long last = trail.latestIndexOf(subject).orElseThrow();

        assertThat(trail.find("KettleBoiled", subject, Map.of("cups", "2")))
                .contains(new AuditTrail.Entry(last, commitment(last)));
        assertThat(trail.find("KettleBoiled", subject, Map.of("cups", "3"))
                        .orElseThrow()
                        .index())
                .isEqualTo(last - 1);
        assertThat(trail.find("KettleBoiled", subject, Map.of("cups", "4"))).isEmpty();
        assertThat(trail.find("KettleCooled", subject, Map.of())).isEmpty();
        assertThat(trail.find("KettleBoiled", subject + "x", Map.of())).isEmpty();
    }

    private String commitment(long index) {
        return jdbc.sql("select encode(commitment, 'hex') from audit_entry where index = ?")
                .param(index)
                .query(String.class)
                .single();
    }

    @Test
    void publish_rolledBack_leavesNoEntry() {
        long before = trail.checkpoint().size();

        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            events.publishEvent(new KettleBoiled(subject, Map.of()));
            status.setRollbackOnly();
        });

        assertThat(trail.latestIndexOf(subject)).isEmpty();
        assertThat(trail.checkpoint().size()).isEqualTo(before);
    }

    @Test
    void publish_thatCannotBeRecorded_undoesTheBusiness() {
        var key = UUID.randomUUID();

        assertThatThrownBy(() -> new TransactionTemplate(transactions).executeWithoutResult(status -> {
                    jdbc.sql("insert into data_key (id) values (?)").param(key).update();
                    // Postgres keeps no zero characters.
                    events.publishEvent(new KettleBoiled(subject + "\0", Map.of()));
                }))
                .isInstanceOf(DataAccessException.class);

        assertThat(jdbc.sql("select count(*) from data_key where id = ?")
                        .param(key)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void publish_outsideATransaction_isRefused() {
        assertThatThrownBy(() -> events.publishEvent(new KettleBoiled(subject, Map.of())))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("KettleBoiled");
    }

    @Test
    void database_askedToChangeOrDelete_refuses() {
        record(subject);
        assertThat(trail.latestIndexOf(subject)).isPresent();
        checkpoints.take();

        for (var sql : new String[] {
            "update audit_entry set entry = '{}' where subject = '" + subject + "'",
            "delete from audit_entry where subject = '" + subject + "'",
            "truncate audit_entry cascade",
            "update audit_pending set salt = salt",
            "delete from audit_pending",
            "truncate audit_pending",
            "update audit_checkpoint set root = root",
            "delete from audit_checkpoint",
            "truncate audit_checkpoint cascade",
            "delete from audit_cosignature",
            "update audit_node set hash = hash where level = 0",
            "delete from audit_node",
            "truncate audit_node"
        }) {
            assertThatThrownBy(() -> jdbc.sql(sql).update()).as(sql).hasMessageContaining("append-only");
        }
    }

    @Test
    void entry_changedByAnAdministrator_noLongerVerifies() {
        record(subject);
        long index = trail.latestIndexOf(subject).orElseThrow();

        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            jdbc.sql("alter table audit_entry disable trigger audit_entry_kept_or_erased")
                    .update();
            jdbc.sql("update audit_entry set entry = replace(entry, '\"2\"', '\"3\"') where index = ?")
                    .param(index)
                    .update();
            assertThat(verifies(trail.inclusionProof(index), leafFromTheEntry(index), trail.checkpoint()))
                    .isFalse();
            status.setRollbackOnly();
        });
    }

    @Test
    void publish_inManyTransactionsAtOnce_growsOneTree() throws Exception {
        var before = trail.checkpoint();
        int each = 10;
        var together = new CountDownLatch(2);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int writer = 0; writer < 2; writer++) {
                threads.submit(() -> {
                    together.countDown();
                    together.await();
                    for (int i = 0; i < each; i++) {
                        record(subject);
                    }
                    return null;
                });
            }
        }
        var after = trail.checkpoint();

        assertThat(after.size()).isEqualTo(before.size() + 2 * each);
        var leaves = LongStream.range(0, after.size())
                .mapToObj(this::commitmentFromTheEntry)
                .toList();
        assertThat(HexFormat.of().formatHex(Rfc9162Verifier.root(leaves))).isEqualTo(after.rootHashHex());
        if (before.size() > 0) {
            assertThat(Rfc9162Verifier.isConsistent(
                            HexFormat.of().parseHex(before.rootHashHex()),
                            before.size(),
                            HexFormat.of().parseHex(after.rootHashHex()),
                            after.size(),
                            Rfc9162Verifier.fromHex(
                                    trail.consistencyProof(before.size()).pathHex())))
                    .isTrue();
        }
    }

    @Test
    void checkpoint_note_isSignedByThePublishedKey() throws Exception {
        record(subject);
        var checkpoint = trail.checkpoint();
        var vkey = trail.verifierKey().split("\\+", 3);
        var key = Base64.getDecoder().decode(vkey[2]);

        int end = checkpoint.note().indexOf("\n\n") + 1;
        var body = checkpoint.note().substring(0, end);
        var root = HexFormat.of().parseHex(checkpoint.rootHashHex());
        assertThat(body)
                .isEqualTo(vkey[0] + "\n" + checkpoint.size() + "\n"
                        + Base64.getEncoder().encodeToString(root) + "\n");
        var line = checkpoint.note().substring(end + 1).strip().split(" ");
        assertThat(line).startsWith("—", vkey[0]).hasSize(3);
        var signed = Base64.getDecoder().decode(line[2]);
        var keyHash = Arrays.copyOf(Rfc9162Verifier.sha256((vkey[0] + "\n").getBytes(StandardCharsets.UTF_8), key), 4);
        assertThat(Arrays.copyOf(signed, 4)).isEqualTo(keyHash);
        assertThat(HexFormat.of().formatHex(keyHash)).isEqualTo(vkey[1]);

        var verifier = Signature.getInstance("Ed25519");
        var x509 = HexFormat.of()
                .parseHex("302a300506032b6570032100" + HexFormat.of().formatHex(key, 1, 33));
        verifier.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(x509)));
        verifier.update(body.getBytes(StandardCharsets.UTF_8));
        assertThat(verifier.verify(Arrays.copyOfRange(signed, 4, signed.length)))
                .isTrue();
    }

    @Test
    void key_onDisk_isForTheOwnerOnly() throws Exception {
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(TestStudio.home().resolve("keys/audit-ed25519"))))
                .isEqualTo("rw-------");
    }

    @Test
    void web_asked_servesATiledLogToAnybody() throws Exception {
        record(subject);
        checkpoints.take();

        var note = web.perform(get("/api/audit/checkpoint"))
                .andExpect(status().isOk())
                .andExpect(content().contentTypeCompatibleWith("text/plain"))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        var checkpoint = CheckpointNote.parse(note);
        assertThat(checkpoint.isSignedBy(VerifierKey.parse(trail.verifierKey(), VerifierKey.Kind.LOG)))
                .isTrue();

        var leaves = new ArrayList<byte[]>();
        for (long from = 0; from < checkpoint.size(); from += 256) {
            int width = (int) Math.min(256, checkpoint.size() - from);
            var name = "%03d".formatted(from / 256) + (width == 256 ? "" : ".p/" + width);
            var bundle = ByteBuffer.wrap(bytes("/api/audit/tile/entries/" + name));
            var hashes = ByteBuffer.wrap(bytes("/api/audit/tile/0/" + name));
            for (int i = 0; i < width; i++) {
                assertThat(bundle.getShort()).isEqualTo((short) 32);
                var commitment = new byte[32];
                bundle.get(commitment);
                leaves.add(commitment);
                var hash = new byte[32];
                hashes.get(hash);
                assertThat(hash).isEqualTo(Rfc9162Verifier.leaf(commitment));
            }
        }
        assertThat(Rfc9162Verifier.root(leaves)).isEqualTo(checkpoint.root());
        for (var nothing : new String[] {"0/900", "0/000.p/256", "0/00", "8/000", "entries/x000/000", "0/..%2f000"}) {
            assertThat(web.perform(get(URI.create("/api/audit/tile/" + nothing)))
                            .andReturn()
                            .getResponse()
                            .getStatus())
                    .as(nothing)
                    .isIn(400, 404);
        }
    }

    private byte[] bytes(String address) throws Exception {
        return web.perform(get(address))
                .andExpect(status().isOk())
                .andExpect(header().string("Cache-Control", "max-age=31536000, public, immutable"))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
    }

    @Test
    void web_asked_answersCheckpointAndProofs() throws Exception {
        record(subject);
        long index = trail.latestIndexOf(subject).orElseThrow();
        var somebody = SecurityMockMvcRequestPostProcessors.jwt();

        web.perform(get("/api/audit/tree").with(somebody))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.rootHashHex").isString());
        web.perform(get("/api/audit/entries/" + index + "/proof").with(somebody))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.index").value(index))
                .andExpect(jsonPath("$.pathHex").isArray());
        web.perform(get("/api/audit/entries/" + Long.MAX_VALUE + "/proof").with(somebody))
                .andExpect(status().isNotFound());
        web.perform(get("/api/audit/consistency?from=1").with(somebody)).andExpect(status().isOk());
    }

    private void record(String about) {
        new TransactionTemplate(transactions)
                .executeWithoutResult(status -> events.publishEvent(new KettleBoiled(about, Map.of("cups", "2"))));
    }

    private byte[] leafFromTheEntry(long index) {
        return Rfc9162Verifier.leaf(commitmentFromTheEntry(index));
    }

    private byte[] commitmentFromTheEntry(long index) {
        return jdbc.sql("select salt, entry from audit_entry where index = ?")
                .param(index)
                .query((row, number) -> Rfc9162Verifier.sha256(
                        row.getBytes("salt"), row.getString("entry").getBytes(StandardCharsets.UTF_8)))
                .single();
    }

    private static boolean verifies(InclusionProof proof, byte[] leaf, AuditCheckpoint checkpoint) {
        return Rfc9162Verifier.includes(
                HexFormat.of().parseHex(checkpoint.rootHashHex()),
                checkpoint.size(),
                proof.index(),
                leaf,
                Rfc9162Verifier.fromHex(proof.pathHex()));
    }
}
