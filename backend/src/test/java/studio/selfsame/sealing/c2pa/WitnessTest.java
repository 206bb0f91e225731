package studio.selfsame.sealing.c2pa;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What we write is what another implementation trusts, and what we refuse it refuses. */
class WitnessTest {
    @TempDir
    Path folder;

    @Test
    void witness_signedFile_trustsItAndRefusesEveryTamper() throws Exception {
        Instant now = Instant.now();
        var credentials = new SampleCredentials(now, true);
        Path plain = SampleMp4.write(folder.resolve("plain.mp4"), false, true);
        Path signed = credentials.sign(plain, folder.resolve("signed.mp4"));
        List<Path> files = new ArrayList<>(List.of(signed));
        for (Tamper tamper : Tamper.values()) {
            files.add(tamper.of(signed));
        }

        List<Witness.Verdict> verdicts = Witness.judge(credentials.root(), files);

        assertThat(verdicts).hasSize(2 * files.size());
        assertThat(verdicts.subList(0, 2)).allSatisfy(verdict -> {
            assertThat(verdict.state()).as(verdict.toString()).isEqualTo("Trusted");
            assertThat(verdict.successes()).contains("timeStamp.trusted");
        });
        assertThat(verdicts.subList(2, verdicts.size()))
                .allSatisfy(verdict ->
                        assertThat(verdict.state()).as(verdict.toString()).isIn("Invalid", "Unreadable"));
    }
}
