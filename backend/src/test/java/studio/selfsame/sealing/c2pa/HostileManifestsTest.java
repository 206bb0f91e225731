package studio.selfsame.sealing.c2pa;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Manifests, well signed by somebody trusted, that are built to confuse or to exhaust whoever reads them. */
class HostileManifestsTest {
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final byte[] TYPE = SampleMp4.box("ftyp", "isom\0\0\0\1".getBytes(StandardCharsets.US_ASCII));

    private SampleCredentials credentials;

    @BeforeEach
    void open() throws Exception {
        credentials = new SampleCredentials(NOW, false);
    }

    @Test
    void ingredients_inACircle_areFollowedOnce() throws Exception {
        // Redaction is what lets a circle close: the hash of what was redacted is not compared.
        byte[] one = made("one")
                .from("componentOf", "two", new byte[8])
                .redacting("two/c2pa.assertions/x")
                .sign(credentials.signer());
        byte[] two = made("two")
                .from("componentOf", "one", new byte[8])
                .redacting("one/c2pa.assertions/x")
                .sign(credentials.signer());

        assertThat(codes(one, two)).contains("assertion.ingredient.malformed");
    }

    @Test
    void ingredients_aLongChainOrManyOrOneManyTimes_endSomewhere() throws Exception {
        List<byte[]> chain = new ArrayList<>(List.of(made("0").sign(credentials.signer())));
        for (int i = 1; i < 30; i++) {
            chain.add(made("" + i)
                    .from("componentOf", "" + (i - 1), chain.getLast())
                    .sign(credentials.signer()));
        }
        assertThat(codes(chain.toArray(byte[][]::new))).contains("general.error");

        List<byte[]> many = new ArrayList<>();
        HandMadeManifest ofMany = made("all");
        HandMadeManifest ofOne = made("all");
        for (int i = 0; i < 300; i++) {
            many.add(made("" + i).sign(credentials.signer()));
            ofMany.from("componentOf", "" + i, many.getLast());
            ofOne.from("componentOf", "0", many.getFirst());
        }
        byte[] one = many.getFirst();
        many.add(ofMany.sign(credentials.signer()));
        assertThat(codes(many.toArray(byte[][]::new))).contains("general.error");
        assertThat(codes(one, ofOne.sign(credentials.signer()))).containsExactly("claim.hardBindings.missing");
    }

    @Test
    void assertions_deepOrEndlessOrBroken_haveTheirCode() throws Exception {
        byte[] deep = new byte[100_000];
        Arrays.fill(deep, (byte) 0x81);
        byte[] endless = ByteBuffer.allocate(2_000_005)
                .put((byte) 0x9a)
                .putInt(2_000_000)
                .array();
        byte[] json = "{\"a\": ".repeat(100_000).getBytes(StandardCharsets.US_ASCII);

        assertThat(codes(made("a").with(JumbfType.CBOR, "x", "cbor", deep).sign(credentials.signer())))
                .contains("assertion.cbor.invalid");
        assertThat(codes(made("a").with(JumbfType.CBOR, "x", "cbor", endless).sign(credentials.signer())))
                .contains("assertion.cbor.invalid");
        assertThat(codes(made("a").with(JumbfType.JSON, "x", "json", json).sign(credentials.signer())))
                .contains("assertion.json.invalid");
        assertThat(codes(made("a").naming(50_000).sign(credentials.signer()))).contains("claim.malformed");
    }

    @Test
    void redactions_ofWhatMustStay_haveTheirCode() throws Exception {
        byte[] ingredient = made("old").sign(credentials.signer());
        for (var each : Map.of(
                        "new/c2pa.assertions/word", "assertion.selfRedacted",
                        "old/c2pa.assertions/c2pa.actions.v2", "assertion.action.redacted",
                        "old/c2pa.assertions/c2pa.hash.data", "assertion.dataHash.redacted",
                        "old/c2pa.assertions/word", "assertion.notRedacted")
                .entrySet()) {
            byte[] active = made("new")
                    .from("componentOf", "old", ingredient)
                    .redacting(each.getKey())
                    .sign(credentials.signer());
            assertThat(codes(ingredient, active)).as(each.getKey()).contains(each.getValue());
        }
    }

    @Test
    void updates_ofNothingOrTooMuchOrBoundThemselves_haveTheirCode() throws Exception {
        byte[] old = made("old").sign(credentials.signer());
        HandMadeManifest twice = made("new").from("parentOf", "old", old).from("parentOf", "old", old);
        HandMadeManifest bound = made("new").from("parentOf", "old", old).with("c2pa.hash.data", Map.of("pad", ""));

        assertThat(codes(made("new").update().sign(credentials.signer())))
                .containsExactly("manifest.update.wrongParents", "claim.hardBindings.missing");
        assertThat(codes(old, twice.sign(credentials.signer()))).contains("manifest.multipleParents");
        assertThat(codes(old, twice.update().sign(credentials.signer()))).contains("manifest.update.wrongParents");
        assertThat(codes(old, bound.update().sign(credentials.signer()))).contains("manifest.update.invalid");
    }

    @Test
    void store_nestedAndLargeOrCompressed_isRefused() throws Exception {
        byte[] large = JumbfWriter.superbox(JumbfType.MANIFEST, "m", List.of(JumbfWriter.cborBox(new byte[15 << 20])));
        for (int i = 0; i < 12; i++) {
            large = JumbfWriter.superbox(JumbfType.MANIFEST, "m", List.of(large));
        }
        byte[] packed =
                JumbfWriter.superbox(JumbfType.COMPRESSED, "m", List.of(JumbfWriter.box("brob", new byte[1000])));

        assertThat(codes(large)).containsExactly("claim.missing");
        assertThat(codes(packed)).containsExactly("algorithm.unsupported");
    }

    private HandMadeManifest made(String label) {
        return new HandMadeManifest(label).with("word", Map.of("word", "x"));
    }

    /** Of a file with these manifests, the last of them active. */
    private List<String> codes(byte[]... manifests) throws Exception {
        byte[] store = JumbfWriter.superbox(JumbfType.STORE, "c2pa", List.of(manifests));
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(TYPE);
        file.writeBytes(ManifestBox.write(store));
        CredentialsReport report =
                new CredentialsReader(Trust.of(Set.of(credentials.root()))).read(file.toByteArray(), NOW);
        assertThat(report.state()).isEqualTo(CredentialsReport.State.INVALID);
        return report.failures().stream()
                .map(CredentialsReport.Status::code)
                .distinct()
                .toList();
    }
}
