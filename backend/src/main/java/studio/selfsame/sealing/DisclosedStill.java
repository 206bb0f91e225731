package studio.selfsame.sealing;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import javax.imageio.ImageIO;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import studio.selfsame.likeness.StillDisclosure;
import studio.selfsame.sealing.c2pa.CredentialsReader;
import studio.selfsame.sealing.c2pa.CredentialsReport;
import studio.selfsame.sealing.c2pa.ManifestDraft;
import studio.selfsame.sealing.c2pa.StillWriter;
import studio.selfsame.sealing.label.LabelWords;
import studio.selfsame.sealing.label.StillLabel;

/**
 * Samples of a training: the label stands on a strip of its own above the picture, which is too small to write on. They are no
 * outputs: they have no id, no invisible mark, which needs more pixels, and, being made at each look, no time stamp.
 */
@Component
class DisclosedStill implements StillDisclosure {
    private static final int MOST_PIXELS = 16 << 20;
    private static final Map<String, Object> AGENT = Map.of("name", RenderManifest.PRODUCT);

    private final SigningIdentity identity;
    private final CredentialsReader reader;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    DisclosedStill(SigningIdentity identity, CredentialsReader reader, ObjectProvider<Clock> clock) {
        this.identity = identity;
        this.reader = reader;
        this.clock = clock.getIfAvailable(Clock::systemUTC);
    }

    @Override
    public byte[] disclose(byte[] png, Locale language) throws IOException {
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(png));
        if (picture == null || (long) picture.getWidth() * picture.getHeight() > MOST_PIXELS) {
            throw new IOException("a sample that is no picture cannot be labelled");
        }
        ByteArrayOutputStream labelled = new ByteArrayOutputStream();
        LabelWords words = LabelWords.of(language);
        ImageIO.write(StillLabel.above(picture, words.generated(), words.language()), "png", labelled);
        try {
            byte[] still = StillWriter.write(
                    labelled.toByteArray(), draft(), identity.signer().unstamped());
            CredentialsReport report = reader.read(still, clock.instant());
            if (report.state() != CredentialsReport.State.VALID) {
                throw new IOException("the sample's credentials cannot be read back: " + report.failures());
            }
            return still;
        } catch (GeneralSecurityException unsigned) {
            throw new IOException("the sample could not be signed", unsigned);
        }
    }

    private ManifestDraft draft() {
        var draft = new ManifestDraft("sample.png", RenderManifest.PRODUCT, RenderManifest.version(), random);
        RenderActions.addSample(draft, AGENT, clock.instant());
        RenderManifest.addModel(draft);
        return draft;
    }
}
