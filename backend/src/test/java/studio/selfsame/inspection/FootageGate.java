package studio.selfsame.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import studio.selfsame.QuietMonitor;
import studio.selfsame.enrolment.FootageScreen;
import studio.selfsame.enrolment.FootageScreen.Objection;
import studio.selfsame.media.Media;
import studio.selfsame.sealing.c2pa.ManifestDraft;
import studio.selfsame.sealing.c2pa.SampleCredentials;

/** What may be brought as footage, tried on files. */
record FootageGate(FootageScreen screen, Path folder) {
    private static final String TERMS = "http://cv.iptc.org/newscodes/digitalsourcetype/";

    void refuses(Path file, String code) throws Exception {
        List<Objection> objections = objections(file);
        assertThat(objections).extracting(Objection::code).as(file.toString()).containsExactly(code);
        assertThat(objections.getFirst().cause()).endsWith(".");
        assertThat(objections.getFirst().remedy()).startsWith("Bring another video of yourself");
    }

    void passes(Path file) throws Exception {
        assertThat(objections(file)).as(file.toString()).isEmpty();
    }

    /** A glimpse of the presenter, too short to take long to search, with a manifest that says this of it. */
    Path presenter(String action, String sourceType) throws Exception {
        Path bare = folder.resolve("presenter.mp4");
        if (!Files.exists(bare)) {
            Reencoding.glimpse(Media.alone(), bare);
        }
        var draft = new ManifestDraft("presenter.mp4", "Another", "1", new SecureRandom());
        draft.add(
                "c2pa.actions.v2",
                Map.of("actions", List.of(Map.of("action", action, "digitalSourceType", TERMS + sourceType))));
        Path signed = folder.resolve(sourceType + ".mp4");
        SampleCredentials.sign(bare, signed, draft, new SampleCredentials(Instant.now(), false).signer());
        return signed;
    }

    private List<Objection> objections(Path file) throws Exception {
        return screen.screen(() -> Files.newByteChannel(file), Duration.ofMinutes(30), new QuietMonitor());
    }
}
