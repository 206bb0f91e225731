package studio.selfsame.sealing.c2pa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CredentialsReaderTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    @TempDir
    Path folder;

    private SampleCredentials credentials;
    private Path plain;
    private Path signed;

    @BeforeEach
    void sign() throws Exception {
        credentials = new SampleCredentials(NOW, false);
        plain = SampleMp4.write(folder.resolve("plain.mp4"), false, true);
        signed = credentials.sign(plain, folder.resolve("signed.mp4"));
    }

    @ParameterizedTest
    @CsvSource({"false, true", "false, false", "true, true", "true, false"})
    void file_signed_isValidAndItsChunksStayWhereTheTablePoints(boolean wide, boolean indexFirst) throws Exception {
        Path before = SampleMp4.write(folder.resolve("before.mp4"), wide, indexFirst);
        Path after = credentials.sign(before, folder.resolve("after.mp4"));

        assertThat(credentials.read(after, NOW).state()).isEqualTo(CredentialsReport.State.VALID);
        assertThat(chunk(after, wide)).isEqualTo(chunk(before, wide));
    }

    @ParameterizedTest
    @EnumSource
    void file_tamperedWith_isRefusedForThatReason(Tamper tamper) throws IOException {
        CredentialsReport report = credentials.read(tamper.of(signed), NOW);

        assertThat(report.state()).isEqualTo(CredentialsReport.State.INVALID);
        assertThat(report.failedWith(tamper.code()))
                .as(report.failures().toString())
                .isTrue();
    }

    @Test
    void file_withoutCredentials_saysAbsent() throws IOException {
        assertThat(credentials.read(plain, NOW).state()).isEqualTo(CredentialsReport.State.ABSENT);
    }

    @Test
    void signer_ofAnotherRoot_isUntrusted() throws Exception {
        var stranger = new SampleCredentials(NOW, false);

        CredentialsReport report = SampleCredentials.read(signed, Set.of(stranger.root()), NOW);

        assertThat(report.failures())
                .extracting(CredentialsReport.Status::code)
                .containsExactly("signingCredential.untrusted");
    }

    @Test
    void signature_afterItsCertificateExpired_isValidOnlyWithTrustedTimeStamp() throws Exception {
        Instant later = NOW.plus(Duration.ofDays(900));
        var stamping = new SampleCredentials(NOW, true);
        Path stamped = stamping.sign(plain, folder.resolve("stamped.mp4"));

        assertThat(credentials.read(signed, later).failedWith("claimSignature.outsideValidity"))
                .isTrue();
        assertThat(stamping.read(stamped, later).state()).isEqualTo(CredentialsReport.State.VALID);
    }

    @Test
    void writer_fileWithCredentials_refusesAndLeavesItAsItWas() throws Exception {
        byte[] before = Files.readAllBytes(signed);

        assertThatThrownBy(() -> CredentialsWriter.sign(signed, SampleCredentials.draft(), credentials.signer()))
                .isInstanceOf(MalformedCredentialsException.class);
        assertThat(signed).hasBinaryContent(before);
    }

    @Test
    void reader_anyByteOfTheManifestChanged_isInvalidOrSaysTheSame() throws IOException {
        byte[] good = Files.readAllBytes(signed);
        byte[] said = CborEncoder.encode(credentials.read(signed, NOW).assertions());
        int start = Tamper.find(good, "jumb");
        int end = Tamper.find(good, "moov") - 4;
        Random random = new Random(3);
        for (int i = 0; i < 400; i++) {
            byte[] bad = good.clone();
            int at = start + random.nextInt(end - start);
            bad[at] ^= (byte) (1 + random.nextInt(255));
            CredentialsReport report = credentials.read(Files.write(folder.resolve("bad.mp4"), bad), NOW);
            if (report.state() == CredentialsReport.State.VALID) {
                // The signature's padding and the descriptions around claim and store are covered by nothing.
                assertThat(CborEncoder.encode(report.assertions())).isEqualTo(said);
            }
        }
    }

    @Test
    void reader_fileCutOffAnywhere_neverSaysValid() throws IOException {
        byte[] good = Files.readAllBytes(signed);
        for (int length = 0; length < good.length; length += 97) {
            Path cut = Files.write(folder.resolve("cut.mp4"), Arrays.copyOf(good, length));
            assertThat(credentials.read(cut, NOW).state()).isNotEqualTo(CredentialsReport.State.VALID);
        }
    }

    private static byte[] chunk(Path file, boolean wide) throws IOException {
        byte[] all = Files.readAllBytes(file);
        int table = Tamper.find(all, wide ? "co64" : "stco") + 12;
        var entry = ByteBuffer.wrap(all, table + 3 * (wide ? 8 : 4), 8);
        long offset = wide ? entry.getLong() : Integer.toUnsignedLong(entry.getInt());
        return Arrays.copyOfRange(all, (int) offset, (int) offset + 1000);
    }
}
