package studio.selfsame.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import studio.selfsame.sealing.c2pa.CertificateIssuer;
import studio.selfsame.sealing.c2pa.CoseAlgorithm;
import studio.selfsame.sealing.c2pa.CredentialsReport;
import studio.selfsame.sealing.c2pa.SampleCredentials;
import studio.selfsame.sealing.c2pa.SampleMp4;
import studio.selfsame.sealing.c2pa.Witness;

class OwnAuthorityTest {
    private static final Set<CoseAlgorithm> WITHOUT_KEYS = Set.of(CoseAlgorithm.PS384, CoseAlgorithm.PS512);

    @TempDir
    Path folder;

    private KeyFolder keys;
    private Instant now = Instant.parse("2026-11-24T00:00:00Z");
    private final Clock clock = new Moved();

    /** Stands still until it is moved. */
    private final class Moved extends Clock {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    @BeforeEach
    void open() throws Exception {
        keys = new KeyFolder(folder.resolve("keys"));
    }

    private SigningIdentity with(CoseAlgorithm algorithm) throws Exception {
        return new OwnAuthority(keys, clock, Optional.empty(), algorithm).openOrMake();
    }

    @Test
    void claims_inEveryAlgorithmThatIsConfigured_areTrustedByTheSameRoot() throws Exception {
        now = Instant.now();
        X509Certificate root = with(CoseAlgorithm.ES512).root();
        Path plain = SampleMp4.write(folder.resolve("plain.mp4"), false, true);
        List<Path> files = new ArrayList<>();
        for (CoseAlgorithm algorithm : CoseAlgorithm.values()) {
            if (!WITHOUT_KEYS.contains(algorithm)) {
                SigningIdentity identity = with(algorithm);
                assertThat(identity.root()).isEqualTo(root);
                Path file = folder.resolve(algorithm + ".mp4");
                SampleCredentials.sign(plain, file, SampleCredentials.draft(), identity.signer());
                assertThat(SampleCredentials.read(file, Set.of(root), now).state())
                        .as(algorithm.toString())
                        .isEqualTo(CredentialsReport.State.VALID);
                assertThat(kind(identity)).isEqualTo(algorithm);
                files.add(file);
            }
        }
        assertThat(Witness.judge(root, files))
                .hasSize(2 * 5)
                .allSatisfy(verdict ->
                        assertThat(verdict.state()).as(verdict.toString()).isEqualTo("Trusted"));
    }

    private static CoseAlgorithm kind(SigningIdentity identity) throws Exception {
        return switch (identity.signer().chain().getFirst().getPublicKey()) {
            case RSAPublicKey rsa -> CoseAlgorithm.PS256;
            case ECPublicKey ec ->
                switch (ec.getParams().getOrder().bitLength()) {
                    case 256 -> CoseAlgorithm.ES256;
                    case 384 -> CoseAlgorithm.ES384;
                    default -> CoseAlgorithm.ES512;
                };
            default -> CoseAlgorithm.EDDSA;
        };
    }

    @Test
    void certificates_aMonthBeforeTheirEnd_areRenewedWhileTheStudioRuns() throws Exception {
        SigningIdentity identity = with(CoseAlgorithm.ES256);
        X509Certificate first = identity.signer().chain().getFirst();
        String stamper = keys.read("time-stamper.pem");

        now = first.getNotAfter().toInstant().minus(Duration.ofDays(31));
        assertThat(identity.signer().chain()).containsExactly(first);
        now = first.getNotAfter().toInstant().minus(Duration.ofDays(29));
        X509Certificate second = identity.signer().chain().getFirst();

        assertThat(second.getPublicKey()).isNotEqualTo(first.getPublicKey());
        assertThat(second.getNotAfter().toInstant()).isAfter(now.plus(Duration.ofDays(800)));
        assertThat(keys.read("time-stamper.pem")).isNotEqualTo(stamper);
        assertThat(with(CoseAlgorithm.ES256).signer().chain()).containsExactly(second);
        assertThat(with(CoseAlgorithm.ES256).root()).isEqualTo(identity.root());
    }

    @Test
    void certificates_inTheRootsLastYear_endWithItAndAreNotMadeEveryTime() throws Exception {
        SigningIdentity identity = with(CoseAlgorithm.ES256);
        Instant end = identity.root().getNotAfter().toInstant();

        now = end.minus(Duration.ofDays(10));
        X509Certificate last = identity.signer().chain().getFirst();

        assertThat(last.getNotAfter().toInstant()).isEqualTo(end);
        assertThat(identity.signer().chain()).containsExactly(last);
    }

    @ParameterizedTest
    @EnumSource(names = {"ES256", "EDDSA"})
    void key_ofAnotherCertificate_isMadeAnewWithIt(CoseAlgorithm left) throws Exception {
        with(CoseAlgorithm.ES256);
        var issuer = new CertificateIssuer(now);
        keys.write(
                "claim-signer.key",
                Pem.of(issuer.claimSigner(issuer.root(), left).key()));
        String before = keys.read("claim-signer.pem");

        with(CoseAlgorithm.ES256);

        assertThat(keys.read("claim-signer.pem")).isNotEqualTo(before);
        String after = keys.read("claim-signer.pem");
        with(CoseAlgorithm.ES256);
        assertThat(keys.read("claim-signer.pem")).isEqualTo(after);
    }

    @Test
    void processes_thatRenewAtTheSameTime_agree() throws Exception {
        now = Instant.now();
        var before = with(CoseAlgorithm.ES256).signer().chain().getFirst().getSerialNumber();
        List<Process> processes = new ArrayList<>();
        List<BufferedReader> said = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            var builder = new ProcessBuilder(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx64m",
                    "-XX:TieredStopAtLevel=1",
                    OpensAuthority.class.getName(),
                    folder.resolve("keys").toString(),
                    "PS256");
            builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
            processes.add(builder.redirectError(ProcessBuilder.Redirect.INHERIT).start());
            said.add(processes.getLast().inputReader());
        }
        for (BufferedReader reader : said) {
            assertThat(reader.readLine()).isEqualTo("ready");
        }
        for (Process process : processes) {
            process.outputWriter().append('\n').close();
        }
        List<String> serials = new ArrayList<>();
        for (BufferedReader reader : said) {
            reader.lines().filter(line -> line.matches("\\d+")).forEach(serials::add);
        }
        assertThat(serials).hasSize(3);
        assertThat(Set.copyOf(serials)).hasSize(1).doesNotContain(before.toString());
    }

    @Test
    void setting_ofAnAlgorithm_isReadAsItIsWrittenAndRefusedWhereItDecidesNothing() {
        var source = new MapConfigurationPropertySource(Map.of("selfsame.sealing.algorithm", "EdDSA"));
        assertThat(new Binder(source)
                        .bind("selfsame.sealing", SealingSettings.class)
                        .get()
                        .ownAlgorithm())
                .isEqualTo(CoseAlgorithm.EDDSA);
        assertThatThrownBy(() ->
                        new SealingSettings(folder, "hush", null, CoseAlgorithm.ES384, null, null, null, null, null))
                .hasMessageContaining("selfsame.sealing.algorithm");
        assertThatThrownBy(
                        () -> new SealingSettings(null, null, null, CoseAlgorithm.PS512, null, null, null, null, null))
                .hasMessageContaining("PS256 or EdDSA");
    }
}
