package studio.selfsame.sealing.c2pa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every algorithm that claims may be signed with, read by us and by somebody else. */
class AlgorithmsTest {
    private static final Instant NOW = Instant.now();

    @TempDir
    Path folder;

    private final CertificateIssuer issuer = new CertificateIssuer(NOW);

    @Test
    void claims_signedWithEveryAlgorithm_areValidHereAndTrustedElsewhere() throws Exception {
        var root = issuer.root();
        KeyPair rsa = keys("RSA", 2048);
        Path plain = SampleMp4.write(folder.resolve("plain.mp4"), false, true);
        List<Path> files = new ArrayList<>();
        for (CoseAlgorithm algorithm : CoseAlgorithm.values()) {
            KeyPair keys = switch (algorithm) {
                case ES256 -> keys("EC", 256);
                case ES384 -> keys("EC", 384);
                case ES512 -> keys("EC", 521);
                case PS256, PS384, PS512 -> rsa;
                case EDDSA -> keys("Ed25519", 255);
            };
            var leaf = issuer.claimSigner(root, keys);
            var signer = new ClaimSigner(leaf.key(), List.of(leaf.certificate()), Optional.empty(), algorithm);
            Path file = folder.resolve(algorithm + ".mp4");
            SampleCredentials.sign(plain, file, SampleCredentials.draft(), signer);
            files.add(file);
            CredentialsReport report = SampleCredentials.read(file, Set.of(root.certificate()), NOW);
            assertThat(report.state()).as(algorithm + ": " + report).isEqualTo(CredentialsReport.State.VALID);
            assertThat(report.confirmed("claimSignature.validated")).isTrue();
            assertThat(report.confirmed("signingCredential.trusted")).isTrue();
            assertThat(report.confirmed("assertion.bmffHash.match")).isTrue();
        }

        assertThat(Witness.judge(root.certificate(), files))
                .hasSize(2 * files.size())
                .filteredOn(verdict -> !verdict.state().equals("Trusted"))
                .isEmpty();
    }

    @Test
    void key_tooShort_signsNoClaims() throws Exception {
        var leaf = issuer.claimSigner(issuer.root(), keys("RSA", 1024));

        assertThatThrownBy(() -> new ClaimSigner(leaf.key(), List.of(leaf.certificate()), Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2048");
    }

    private static KeyPair keys(String kind, int bits) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(kind);
        generator.initialize(bits);
        return generator.generateKeyPair();
    }
}
