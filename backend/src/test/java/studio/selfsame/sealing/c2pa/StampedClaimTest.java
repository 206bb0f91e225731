package studio.selfsame.sealing.c2pa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Time stamps of an authority that is not ours. */
class StampedClaimTest {
    private static final Instant NOW = Instant.now();
    private static final Instant LATER = NOW.plus(Duration.ofDays(900));

    @TempDir
    Path folder;

    private SampleCredentials credentials;
    private TestAuthority authority;
    private Path plain;

    @BeforeEach
    void open() throws Exception {
        credentials = new SampleCredentials(NOW, false);
        authority = new TestAuthority(NOW);
        plain = SampleMp4.write(folder.resolve("plain.mp4"), false, true);
    }

    @AfterEach
    void close() {
        authority.close();
    }

    @Test
    void claim_stampedOverHttp_staysValidForThoseAloneWhoTrustTheAuthority() throws Exception {
        Path signed = sign(new HttpTimeStamper(authority.url(), Optional.empty()));

        CredentialsReport trusting = read(signed, new Trust(credentials.anchors(), Set.of(authority.root())));
        CredentialsReport asSigner =
                read(signed, Trust.of(credentials.anchors()).and(new Trust(Set.of(authority.root()), Set.of())));

        assertThat(trusting.state()).as(trusting.toString()).isEqualTo(CredentialsReport.State.VALID);
        assertThat(trusting.confirmed("timeStamp.trusted")).isTrue();
        assertThat(asSigner.failedWith("claimSignature.outsideValidity")).isTrue();
        assertThat(asSigner.notes()).extracting(CredentialsReport.Status::code).contains("timeStamp.untrusted");
    }

    @Test
    void witness_claimStampedByAnotherAuthority_trustsBoth() throws Exception {
        Path signed = sign(new HttpTimeStamper(authority.url(), Optional.empty()));

        List<Witness.Verdict> verdicts = Witness.judge(List.of(credentials.root(), authority.root()), List.of(signed));

        assertThat(verdicts).hasSize(2).allSatisfy(verdict -> {
            assertThat(verdict.state()).as(verdict.toString()).isEqualTo("Trusted");
            assertThat(verdict.successes()).contains("timeStamp.trusted");
        });
    }

    @ParameterizedTest
    @CsvSource({"2.16.840.1.101.3.4.2.2, SHA-384", "2.16.840.1.101.3.4.2.3, SHA-512"})
    void stamp_withLongerImprint_isTrusted(String oid, String digest) throws Exception {
        Path signed = sign(authority.stamping(new ASN1ObjectIdentifier(oid), digest));

        CredentialsReport report = read(signed, new Trust(credentials.anchors(), Set.of(authority.root())));

        assertThat(report.state()).as(report.toString()).isEqualTo(CredentialsReport.State.VALID);
    }

    @Test
    void authority_failingTwice_isAskedAgainWithItsLogin() throws Exception {
        authority.fail(503, 500);

        sign(new HttpTimeStamper(authority.url(), Optional.of(new HttpTimeStamper.Login("studio", "hush"))));

        assertThat(authority.logins()).hasSize(3).containsOnly("Basic c3R1ZGlvOmh1c2g=");
        assertThat(new HttpTimeStamper.Login("studio", "hush").toString()).doesNotContain("hush");
    }

    @Test
    void authority_down_leavesNoValidCredentials() throws IOException {
        var stamper = new HttpTimeStamper(authority.url(), Optional.empty());
        authority.close();

        assertThatThrownBy(() -> sign(stamper))
                .isInstanceOf(IOException.class)
                .isNotInstanceOf(MalformedCredentialsException.class)
                .hasMessageContaining("time stamping authority");
        assertThat(read(folder.resolve("signed.mp4"), Trust.of(credentials.anchors()))
                        .state())
                .isEqualTo(CredentialsReport.State.INVALID);
    }

    private Path sign(TimeStamper stamper) throws Exception {
        return credentials.stampedBy(stamper).sign(plain, folder.resolve("signed.mp4"));
    }

    private static CredentialsReport read(Path file, Trust trust) throws IOException {
        try (var channel = Files.newByteChannel(file)) {
            return new CredentialsReader(trust).read(channel, LATER);
        }
    }
}
