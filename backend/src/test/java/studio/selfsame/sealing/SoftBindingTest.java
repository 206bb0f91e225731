package studio.selfsame.sealing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.selfsame.performance.PerformanceKind;
import studio.selfsame.sealing.c2pa.ManifestDraft;
import studio.selfsame.sealing.c2pa.SampleCredentials;
import studio.selfsame.sealing.c2pa.SampleMp4;

class SoftBindingTest {
    @TempDir
    Path folder;

    /** C2PA 2.4, section 18.10: value and padding are byte strings, and the scope of nothing in particular is all. */
    @Test
    @SuppressWarnings("unchecked")
    void softBinding_ofAnOutput_holdsItsIdAsEightBytes() throws Exception {
        Instant now = Instant.now();
        var credentials = new SampleCredentials(now, false);
        var draft = new ManifestDraft("sample.mp4", "Selfsame", "1", new SecureRandom());
        new RenderActions(PerformanceKind.SCRIPT, true, "0123456789abcdef", Optional.empty())
                .addTo(draft, Map.of("name", "Selfsame"), now);
        Path file = folder.resolve("signed.mp4");
        SampleCredentials.sign(
                SampleMp4.write(folder.resolve("plain.mp4"), false, true), file, draft, credentials.signer());

        Map<String, ?> binding =
                (Map<String, ?>) credentials.read(file, now).assertions().get("c2pa.soft-binding");

        assertThat(binding.get("alg")).isEqualTo(OutputDisclosures.MARK);
        assertThat((byte[]) binding.get("pad")).isEmpty();
        Map<String, ?> block = ((List<Map<String, ?>>) binding.get("blocks")).getFirst();
        assertThat(block.get("scope")).isEqualTo(Map.of());
        assertThat((byte[]) block.get("value")).isEqualTo(HexFormat.of().parseHex("0123456789abcdef"));
    }
}
