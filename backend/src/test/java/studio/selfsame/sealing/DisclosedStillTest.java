package studio.selfsame.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import studio.selfsame.sealing.c2pa.CoseAlgorithm;
import studio.selfsame.sealing.c2pa.CredentialsReader;
import studio.selfsame.sealing.c2pa.CredentialsReport;
import studio.selfsame.sealing.c2pa.Tamper;
import studio.selfsame.sealing.c2pa.Trust;
import studio.selfsame.sealing.c2pa.Witness;

class DisclosedStillTest {
    private static final int WIDTH = 256;
    private static final int HEIGHT = 192;

    @TempDir
    Path folder;

    private SigningIdentity identity;
    private CredentialsReader reader;
    private DisclosedStill stills;
    private BufferedImage picture;

    @BeforeEach
    void open() throws Exception {
        identity = new OwnAuthority(
                        new KeyFolder(folder.resolve("keys")), Clock.systemUTC(), Optional.empty(), CoseAlgorithm.ES256)
                .openOrMake();
        reader = new CredentialsReader(Trust.of(Set.of(identity.root())));
        stills = new DisclosedStill(identity, reader, new StaticListableBeanFactory().getBeanProvider(Clock.class));
        picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(4);
        for (int i = 0; i < WIDTH * HEIGHT; i++) {
            picture.setRGB(i % WIDTH, i / WIDTH, random.nextInt(1 << 24));
        }
    }

    @Test
    void sample_disclosed_bearsTheLabelAboveAnUntouchedPicture() throws Exception {
        BufferedImage still = ImageIO.read(new ByteArrayInputStream(stills.disclose(png(), Locale.ENGLISH)));

        int strip = still.getHeight() - HEIGHT;
        assertThat(still.getWidth()).isEqualTo(WIDTH);
        assertThat(strip).isGreaterThanOrEqualTo(24);
        assertThat(still.getRGB(0, strip, WIDTH, HEIGHT, null, 0, WIDTH))
                .isEqualTo(picture.getRGB(0, 0, WIDTH, HEIGHT, null, 0, WIDTH));
        assertThat(inkHeight(still, strip)).isBetween(11L, 14L);
        assertThat(still.getRGB(0, 0) & 0xffffff).isZero();
    }

    @Test
    void sample_disclosed_isTrustedByAnotherImplementationAndRefusedWhenChanged() throws Exception {
        byte[] still = stills.disclose(png(), Locale.ENGLISH);
        List<Path> files = new ArrayList<>(List.of(Files.write(folder.resolve("still.png"), still)));
        List<byte[]> tampered = List.of(
                Tamper.flip(still.clone(), still.length - 40),
                Tamper.flip(still.clone(), Tamper.find(still, "trainedAlgorithmicMedia")),
                Tamper.flip(still.clone(), Tamper.find(still, "sample.png")));
        for (byte[] changed : tampered) {
            files.add(Files.write(folder.resolve("changed" + files.size() + ".png"), changed));
            assertThat(reader.read(changed, Instant.now()).state()).isEqualTo(CredentialsReport.State.INVALID);
        }

        List<Witness.Verdict> verdicts = Witness.judge(identity.root(), files);

        assertThat(verdicts).hasSize(2 * files.size());
        assertThat(verdicts.subList(0, 2)).extracting(Witness.Verdict::state).containsOnly("Trusted");
        assertThat(verdicts.subList(2, verdicts.size()))
                .extracting(Witness.Verdict::state)
                .isSubsetOf("Invalid", "Unreadable");
        assertThat(reader.read(still, Instant.now()).confirmed("assertion.dataHash.match"))
                .isTrue();
    }

    @Test
    void sample_thatIsNoPicture_isNotShown() {
        assertThatThrownBy(() -> stills.disclose(new byte[] {1, 2, 3}, Locale.ENGLISH))
                .isInstanceOf(IOException.class);
    }

    /** Rows of the strip in which something is white. */
    private static long inkHeight(BufferedImage still, int strip) {
        long rows = 0;
        for (int y = 0; y < strip; y++) {
            for (int x = 0; x < WIDTH; x++) {
                if ((still.getRGB(x, y) & 0xff) > 200) {
                    rows++;
                    break;
                }
            }
        }
        return rows;
    }

    private byte[] png() throws IOException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", png);
        return png.toByteArray();
    }
}
