package studio.selfsame.release.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.selfsame.identity.Passkeys;

class DocumentSealTest {
    @TempDir
    static Path folder;

    private static final Contract CONTRACT = Signed.CONTRACT;
    private static final byte[] PDF = Signed.PDF;
    private static final byte[] DIGEST = Signed.DIGEST;
    private static final UUID STUDIO = CONTRACT.studio().signatory().person();
    private static final UUID TALENT = CONTRACT.talent().person();

    private static DocumentSeal seal;
    private static SignatureEvidence evidence;
    private static byte[] sealed;

    @BeforeAll
    static void seal() throws IOException, GeneralSecurityException {
        seal = open(folder.resolve("keys"));
        evidence = evidence(
                HandMadePasskey.es256(STUDIO).sign(DIGEST),
                HandMadePasskey.edDsa(TALENT).sign(DIGEST));
        sealed = seal.seal(PDF, evidence);
    }

    @Test
    void sealedRelease_untouched_isSound() {
        var check = seal.verify(sealed);

        assertThat(check.faults()).isEmpty();
        assertThat(check.contract()).contains(CONTRACT);
        assertThat(check.evidence()).contains(evidence);
    }

    @Test
    void sealedRelease_beginsWithTheSignedDocument_soThatItsDigestCanBeChecked() {
        assertThat(Arrays.copyOf(sealed, PDF.length)).isEqualTo(PDF);
        var json = CONTRACT.canonicalJson();
        assertThat(ContractDigest.hex(json, Arrays.copyOf(sealed, PDF.length))).isEqualTo(evidence.digest());
    }

    @Test
    void pdfsig_untouched_saysValid_andThatAllOfItIsSigned() throws IOException, InterruptedException {
        var said = pdfsig(sealed);

        assertThat(said)
                .contains("Signature is Valid.", "Total document signed", "ETSI.CAdES.detached")
                .contains("CN=Release seal (not qualified)");
    }

    @Test
    void everyTenthPart_flipped_isRefusedByUsAndByPdfsigWhereSigned() throws IOException, InterruptedException {
        for (int i = 0; i < 10; i++) {
            var tampered = sealed.clone();
            tampered[(int) ((i + 0.5) * PDF.length / 10)] ^= 1;
            assertThat(seal.verify(tampered).sound()).as("part %d", i).isFalse();
        }
        var tampered = sealed.clone();
        tampered[PDF.length / 2] ^= 1;
        assertThat(pdfsig(tampered)).doesNotContain("Signature is Valid.");
    }

    @Test
    void sealedRelease_withSomethingAppended_isRefused() {
        var longer = Arrays.copyOf(sealed, sealed.length + 20);

        assertThat(seal.verify(longer).faults()).contains("Something was added to it after it was sealed.");
    }

    @Test
    void sealedRelease_updatedWithAnotherContract_isRefused() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var document = Loader.loadPDF(sealed)) {
            var catalog = document.getDocumentCatalog();
            var other = "{}".getBytes(StandardCharsets.UTF_8);
            var file = PdfAbout.attach(document, "contract.json", "", "Source", other);
            PdfAbout.list(document, Map.of("contract.json", file));
            catalog.getCOSObject().setNeedToBeUpdated(true);
            document.saveIncremental(out);
        }

        assertThat(seal.verify(out.toByteArray()).sound()).isFalse();
    }

    @Test
    void sealOfAnotherStudio_isRefused() throws IOException, GeneralSecurityException {
        var other = open(folder.resolve("other-keys"));

        assertThat(other.verify(sealed).faults()).containsExactly("The seal is broken, or not this studio’s.");
    }

    @Test
    void signatures_notOfThisDocument_areNotSealed() {
        var otherDigest = new byte[32];
        var studio = HandMadePasskey.es256(STUDIO);
        var talent = HandMadePasskey.es256(TALENT);

        refused(studio.sign(otherDigest), talent.sign(DIGEST), "studio’s side is over another document");
        refused(studio.sign(DIGEST), studio.sign(DIGEST), "talent’s side somebody else signed");
        refused(studio.sign(DIGEST), talent.sign(DIGEST, "webauthn.create", 0b101), "is over another document");
        refused(studio.sign(DIGEST), talent.sign(DIGEST, "webauthn.get", 0b001), "recognised its owner");
        var mine = talent.sign(DIGEST);
        var forged = new Passkeys.Signature(
                mine.signer(),
                mine.credentialId(),
                mine.publicKey(),
                mine.authenticatorData(),
                mine.clientDataJson(),
                talent.sign(DIGEST).signature(),
                mine.at());
        refused(studio.sign(DIGEST), forged, "talent’s side is not by the passkey that is named");
    }

    @Test
    void document_thatIsNoContract_isNotSealed() {
        assertThatThrownBy(() -> seal.seal("no PDF".getBytes(StandardCharsets.UTF_8), evidence))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("cannot be read");
    }

    @Test
    void everyKindOfPasskey_isUnderstood() {
        assertThat(seal.verify(seal.seal(
                                PDF,
                                evidence(
                                        HandMadePasskey.rs256(STUDIO).sign(DIGEST),
                                        HandMadePasskey.es384(TALENT).sign(DIGEST))))
                        .faults())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "%PDF-1.7", "not a PDF", "%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer<</Root 1 0 R>>"})
    void anyBytes_areToldApartFromARelease(String bytes) {
        assertThat(seal.verify(bytes.getBytes(StandardCharsets.UTF_8)).sound()).isFalse();
    }

    @Test
    void sealedRelease_cutOrOverwritten_isRefused() {
        var random = new Random(7);
        for (int i = 0; i < 60; i++) {
            int length = random.nextInt(sealed.length);
            assertThat(seal.verify(Arrays.copyOf(sealed, length)).sound())
                    .as("cut at %d", length)
                    .isFalse();
        }
        for (int i = 0; i < 10; i++) {
            var garbage = new byte[256];
            random.nextBytes(garbage);
            var broken = sealed.clone();
            int at = random.nextInt(sealed.length - garbage.length);
            System.arraycopy(garbage, 0, broken, at, garbage.length);
            // what is overwritten may be the zeros behind the seal, which must be zeros too
            assertThat(seal.verify(broken).sound()).as("overwritten at %d", at).isFalse();
        }
    }

    @Test
    void contract_unsealed_isRefused() {
        assertThat(seal.verify(PDF).faults()).anyMatch(fault -> fault.contains("bears 0 seals"));
    }

    @Test
    void keys_areTheOwnersAlone_andKeptFromStartToStart() throws IOException, GeneralSecurityException {
        var keys = folder.resolve("keys");

        for (var file : Files.list(keys).toList()) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .as(file.toString())
                    .isEqualTo("rw-------");
        }
        assertThat(open(keys).verify(sealed).sound()).isTrue();
    }

    @Test
    void sealingKey_outlivesEveryRelease_andIsMadeAnewBefore() throws IOException, GeneralSecurityException {
        var keys = folder.resolve("ageing-keys");
        var before = DocumentSeal.open(keys, Optional.empty(), Optional.empty(), Clock.systemUTC());
        var key = Files.readString(keys.resolve("seal.pem"));
        var later = Clock.offset(Clock.systemUTC(), Duration.ofDays(366 * 5));

        var after = DocumentSeal.open(keys, Optional.empty(), Optional.empty(), later);

        assertThat(Files.readString(keys.resolve("seal.pem"))).isNotEqualTo(key);
        assertThat(after.root()).isEqualTo(before.root());
        assertThat(after.verify(before.seal(PDF, evidence)).sound()).isTrue();
    }

    @Test
    void operatorsKey_sealsInsteadOfTheStudiosOwn() throws IOException, GeneralSecurityException {
        var password = "a pass phrase";
        var file = folder.resolve("operator.p12");
        var own = SealAuthority.open(folder.resolve("operators-authority"), Clock.systemUTC());
        store(file, password, own.key(), own.certificate(), own.root());

        var operators = DocumentSeal.open(
                folder.resolve("unused"),
                Optional.of(new OperatorKey(file, password)),
                Optional.empty(),
                Clock.systemUTC());

        assertThat(operators.root()).isEqualTo(own.root());
        assertThat(operators.verify(operators.seal(PDF, evidence)).sound()).isTrue();
        assertThat(folder.resolve("unused")).doesNotExist();
    }

    @Test
    void operatorsKey_thatCannotBeUsed_saysWhatIsNeeded() throws IOException, GeneralSecurityException {
        var own = SealAuthority.open(folder.resolve("operators-authority"), Clock.systemUTC());
        var chainless = folder.resolve("chainless.p12");
        store(chainless, "right", own.key(), own.certificate());

        assertThatThrownBy(() -> operators(chainless, "wrong")).hasMessageContaining("that this password opens");
        assertThatThrownBy(() -> operators(chainless, "right")).hasMessageContaining("self-signed root");
        assertThat(new OperatorKey(chainless, "right").toString()).doesNotContain("right");
    }

    private static void operators(Path file, String password) throws IOException, GeneralSecurityException {
        var key = Optional.of(new OperatorKey(file, password));
        DocumentSeal.open(folder.resolve("unused"), key, Optional.empty(), Clock.systemUTC());
    }

    private static void store(Path file, String password, PrivateKey key, X509Certificate... chain)
            throws IOException, GeneralSecurityException {
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("seal", key, password.toCharArray(), chain);
        try (var out = Files.newOutputStream(file)) {
            store.store(out, password.toCharArray());
        }
    }

    private static DocumentSeal open(Path keys) throws IOException, GeneralSecurityException {
        return DocumentSeal.open(keys, Optional.empty(), Optional.empty(), Clock.systemUTC());
    }

    private static SignatureEvidence evidence(Passkeys.Signature studio, Passkeys.Signature talent) {
        return new SignatureEvidence(Hex.of(DIGEST), studio, talent);
    }

    private static void refused(Passkeys.Signature studio, Passkeys.Signature talent, String why) {
        assertThatThrownBy(() -> seal.seal(PDF, evidence(studio, talent)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(why);
    }

    private static String pdfsig(byte[] pdf) throws IOException, InterruptedException {
        var file = Files.write(Files.createTempFile(folder, "release", ".pdf"), pdf);
        var process = new ProcessBuilder("pdfsig", file.toString())
                .redirectErrorStream(true)
                .start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }
}
