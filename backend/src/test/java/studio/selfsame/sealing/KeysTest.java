package studio.selfsame.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.selfsame.sealing.c2pa.CertificateIssuer;
import studio.selfsame.sealing.c2pa.CoseAlgorithm;
import studio.selfsame.sealing.c2pa.CredentialsReport;
import studio.selfsame.sealing.c2pa.SampleCredentials;
import studio.selfsame.sealing.c2pa.SampleMp4;
import studio.selfsame.vault.SoftHsm;

class KeysTest {
    @TempDir
    Path home;

    @Test
    void markKeys_firstStart_areMadeForTheOwnerAloneAndFoundAgain() throws Exception {
        KeyFolder folder = new KeyFolder(home.resolve("keys"));
        MarkKeys made = MarkKeyFile.openOrMake(folder);
        Path file = home.resolve("keys/watermark.key");

        assertThat(MarkKeyFile.openOrMake(folder)).isEqualTo(made);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        String secret = Files.readString(file).strip().split(" ")[1];
        assertThat(made.toString()).doesNotContain(secret);
    }

    @Test
    void markKeys_twoLines_marksWithTheFirstAndReadsBoth() throws Exception {
        KeyFolder folder = new KeyFolder(home);
        folder.write("watermark.key", "new " + "0a".repeat(32) + "\nold " + "0b".repeat(32) + "\n");

        MarkKeys keys = MarkKeyFile.openOrMake(folder);

        assertThat(keys.current().keyId()).isEqualTo("new");
        assertThat(keys.all()).hasSize(2);
    }

    @Test
    void markKeys_brokenSecret_isNotShownInTheError() throws Exception {
        KeyFolder folder = new KeyFolder(home);
        folder.write("watermark.key", "studio-1 xyzzy\n");

        assertThatThrownBy(() -> MarkKeyFile.openOrMake(folder))
                .hasMessageContaining("watermark.key")
                .hasMessageNotContaining("xyzzy")
                .hasNoCause();
    }

    @Test
    void ownAuthority_openedTwice_isTheSameRootAndSigner() throws Exception {
        KeyFolder folder = new KeyFolder(home.resolve("c2pa"));
        OwnAuthority authority = new OwnAuthority(folder, Clock.systemUTC(), Optional.empty(), CoseAlgorithm.ES256);

        SigningIdentity made = authority.openOrMake();
        SigningIdentity again = authority.openOrMake();

        assertThat(again.root()).isEqualTo(made.root());
        assertThat(again.signer().chain()).isEqualTo(made.signer().chain());
        again.signer().chain().getFirst().verify(made.root().getPublicKey());
        try (var files = Files.list(home.resolve("c2pa"))) {
            assertThat(files)
                    .allSatisfy(file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                            .isEqualTo("rw-------"));
        }
    }

    @Test
    void operatorsChain_fromPkcs12_signsWithIt() throws Exception {
        CertificateIssuer issuer = new CertificateIssuer(Instant.now());
        var root = issuer.root();
        var leaf = issuer.claimSigner(root);
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        char[] password = "correct horse".toCharArray();
        store.setKeyEntry("signer", leaf.key(), password, new Certificate[] {leaf.certificate(), root.certificate()});
        Path file = home.resolve("signer.p12");
        try (OutputStream out = Files.newOutputStream(file)) {
            store.store(out, password);
        }

        SigningIdentity identity = OperatorsChain.open(file, "correct horse", Optional.of(stamped -> new byte[0]));

        assertThat(identity.root()).isEqualTo(root.certificate());
        assertThat(identity.signer().chain()).containsExactly(leaf.certificate());
        assertThat(identity.signer().isStamped()).isTrue();
    }

    @Test
    void token_withKeyAndChain_signsWithoutGivingTheKeyAway() throws Exception {
        CertificateIssuer issuer = new CertificateIssuer(Instant.now());
        var root = issuer.root();
        var leaf = issuer.claimSigner(root);
        SignerToken settings = new SignerToken(SoftHsm.LIBRARY, (int) SoftHsm.SLOT, "claims", SoftHsm.pinFile(home));
        var provider = TokenChain.provider(settings);
        KeyStore token = TokenChain.objects(settings, provider);
        token.setKeyEntry("claims", leaf.key(), null, new Certificate[] {leaf.certificate(), root.certificate()});

        SigningIdentity identity = TokenChain.open(settings, Optional.empty());

        assertThat(identity.root()).isEqualTo(root.certificate());
        Path plain = SampleMp4.write(home.resolve("plain.mp4"), false, true);
        Path signed = home.resolve("signed.mp4");
        SampleCredentials.sign(plain, signed, SampleCredentials.draft(), identity.signer());
        assertThat(SampleCredentials.read(signed, Set.of(root.certificate()), Instant.now())
                        .state())
                .isEqualTo(CredentialsReport.State.VALID);
        assertThat(((PrivateKey) token.getKey("claims", null)).getEncoded()).isNull();
        assertThatThrownBy(() -> TokenChain.open(
                        new SignerToken(SoftHsm.LIBRARY, (int) SoftHsm.SLOT, "nobody", settings.pinFile()),
                        Optional.empty()))
                .hasMessageContaining("nobody")
                .hasMessageNotContaining(SoftHsm.PIN);
    }

    @Test
    void settings_halfGiven_areRefusedAndNeverPrintPasswords() {
        URI url = URI.create("https://stamps.example/");

        assertThatThrownBy(() -> new SealingSettings(home, null, null, null, null, null, null, null, null))
                .hasMessageContaining("signer-password");
        assertThatThrownBy(() -> new SealingSettings(null, null, null, null, null, null, url, "studio", null))
                .hasMessageContaining("timestamp-password");
        assertThatThrownBy(() -> new SealingSettings(null, null, null, null, null, null, null, "studio", "hush"))
                .hasMessageContaining("timestamp-url");
        assertThatThrownBy(() ->
                        new SealingSettings(null, null, null, null, null, null, URI.create("ftp://x"), null, null))
                .hasMessageContaining("http");
        assertThatThrownBy(() -> stampedAt("http://stamps.example/")).hasMessageContaining("https://");
        assertThat(stampedAt("http://127.0.0.1:3161/").timeStamper()).isPresent();
        var settings = new SealingSettings(home, "hush", null, null, null, null, url, "studio", "hush");
        assertThat(settings.toString()).doesNotContain("hush");
        assertThat(settings.timeStamper()).isPresent();
    }

    private static SealingSettings stampedAt(String url) {
        return new SealingSettings(null, null, null, null, null, null, URI.create(url), "studio", "hush");
    }
}
