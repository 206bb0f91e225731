package studio.selfsame.sealing.c2pa;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that another implementation signed: ours finds in them what that one finds. */
class ForeignFilesTest {
    private static final Instant NOW = Instant.now();
    private static final List<String> FORMS = List.of("jpg", "png", "webp", "wav", "mp3", "avif", "mp4");

    private static final List<String> ALGORITHMS =
            List.of("es256", "es384", "es512", "ps256", "ps384", "ps512", "ed25519");

    @TempDir
    Path folder;

    @Test
    void files_ofEveryFormAndBothClaimVersions_areValidAsSignedAndRefusedWhenChanged() throws Exception {
        ForeignWriter writer = new ForeignWriter(NOW);
        List<Path> signed = new ArrayList<>();
        for (String form : FORMS) {
            Path plain = SampleFiles.write(folder, "plain." + form);
            for (int version = 1; version <= 2; version++) {
                Path target = folder.resolve("v" + version + "." + form);
                writer.add(plain, target, version);
                signed.add(target);
            }
        }

        assertThat(writer.sign()).hasSize(signed.size()).allSatisfy(verdict -> {
            assertThat(verdict.state()).as(verdict.toString()).isEqualTo("Trusted");
            CredentialsReport report = read(writer, Path.of(verdict.file()));
            assertThat(report.state()).as(verdict.file() + report).isEqualTo(CredentialsReport.State.VALID);
            assertThat(codes(report.successes())).as(verdict.file()).containsAll(new TreeSet<>(verdict.successes()));
            assertThat(report.assertions().get("org.example.word")).hasToString("{word=unchanged}");
            assertThat(report.assertions().get("org.example.json")).hasToString("{word=of json}");
        });
        for (Path file : signed) {
            refusesChanges(writer, file);
        }
    }

    @Test
    void claims_ofEveryAlgorithmStampedByAnAuthority_areReadAsTheyWereSigned() throws Exception {
        ForeignWriter writer = new ForeignWriter(NOW);
        Path plain = SampleFiles.write(folder, "plain.jpg");
        try (TestAuthority authority = new TestAuthority(NOW)) {
            for (String alg : ALGORITHMS) {
                String kind = alg.startsWith("ps") ? "RSA" : alg.startsWith("es") ? "EC" : "Ed25519";
                int bits = Map.of("ps", 2048, "es256", 256, "es384", 384, "es512", 521, "ed25519", 255)
                        .getOrDefault(alg, 2048);
                int version = 1 + ALGORITHMS.indexOf(alg) % 2;
                writer.add(plain, folder.resolve(alg + ".jpg"), version)
                        .by(alg, writer.signer(alg, kind, bits))
                        .stampedBy(authority.url());
            }
            Trust trust = new Trust(Set.of(writer.root()), Set.of(authority.root()));
            assertThat(writer.sign()).hasSize(ALGORITHMS.size()).allSatisfy(verdict -> {
                assertThat(verdict.state()).as(verdict.toString()).isEqualTo("Trusted");
                byte[] file = Files.readAllBytes(Path.of(verdict.file()));
                CredentialsReport report = new CredentialsReader(trust).read(file, NOW.plus(Duration.ofDays(900)));
                assertThat(report.state()).as(verdict.file() + report).isEqualTo(CredentialsReport.State.VALID);
                assertThat(codes(report.successes())).contains("timeStamp.validated", "timeStamp.trusted");
            });
        }
    }

    private void refusesChanges(ForeignWriter writer, Path file) throws IOException {
        String binding = file.toString().matches(".*\\.(mp4|avif)")
                ? "assertion.bmffHash.mismatch"
                : "assertion.dataHash.mismatch";
        byte[] all = Files.readAllBytes(file);
        assertThat(failures(writer, Tamper.flip(all.clone(), outsideStore(all))))
                .as(file.toString())
                .containsExactly(binding);
        assertThat(failures(writer, Tamper.flip(all.clone(), Tamper.find(all, "unchanged"))))
                .as(file.toString())
                .containsExactly("assertion.hashedURI.mismatch");
        assertThat(failures(writer, Tamper.flip(all.clone(), Tamper.find(all, "Somebody else"))))
                .as(file.toString())
                .containsExactly("claimSignature.mismatch");
    }

    private static int outsideStore(byte[] file) throws IOException {
        try (BytesChannel channel = new BytesChannel(file)) {
            List<ByteRange> around = StorePlace.in(channel).getFirst().around();
            boolean last = around.getLast().end() == file.length;
            return last ? (int) around.getFirst().offset() - 5 : file.length - 5;
        }
    }

    private static Set<String> failures(ForeignWriter writer, byte[] file) throws IOException {
        return codes(new CredentialsReader(Trust.of(Set.of(writer.root())))
                .read(file, NOW)
                .failures());
    }

    private static CredentialsReport read(ForeignWriter writer, Path file) throws IOException {
        return SampleCredentials.read(file, Set.of(writer.root()), NOW);
    }

    private static Set<String> codes(List<CredentialsReport.Status> statuses) {
        Set<String> codes = new TreeSet<>();
        statuses.forEach(status -> codes.add(status.code()));
        return codes;
    }
}
