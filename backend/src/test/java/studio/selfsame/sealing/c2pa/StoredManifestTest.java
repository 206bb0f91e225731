package studio.selfsame.sealing.c2pa;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StoredManifestTest {
    @Test
    void store_withCarriedManifests_givesTheActiveOneAloneUnchanged() throws Exception {
        ClaimSigner signer = new SampleCredentials(Instant.now(), false).signer();
        byte[] carried = new HandMadeManifest("urn:c2pa:carried")
                .with("stds.metadata", Map.of("creator", "Jane Doe"))
                .sign(signer);
        byte[] active = new HandMadeManifest("urn:c2pa:active")
                .from("parentOf", "urn:c2pa:carried", carried)
                .sign(signer);
        byte[] store = JumbfWriter.superbox(JumbfType.STORE, "c2pa", List.of(carried, active));

        byte[] alone = StoredManifest.alone(store);

        assertThat(new String(store, StandardCharsets.ISO_8859_1)).contains("Jane Doe");
        assertThat(new String(alone, StandardCharsets.ISO_8859_1)).doesNotContain("Jane Doe");
        assertThat(JumbfReader.readStore(alone).children()).singleElement().satisfies(manifest -> {
            assertThat(manifest.label()).isEqualTo("urn:c2pa:active");
            assertThat(manifest.bytes()).isEqualTo(active);
        });
    }
}
