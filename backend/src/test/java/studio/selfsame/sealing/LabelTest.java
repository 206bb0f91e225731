package studio.selfsame.sealing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.selfsame.media.VideoFrame;

class LabelTest {
    private static final String WORDS = Disclosure.GENERATED.words(Locale.GERMANY);

    @ParameterizedTest
    @CsvSource({"1920,1080", "1280,720", "720,1280", "480,272", "640,640", "96,1000"})
    void label_anySize_isTopRightInTheTitleSafeAreaAndLargeEnough(int width, int height) {
        LabelLayout layout = LabelLayout.of(WORDS, width, height);

        assertThat(layout.xPx() + layout.widthPx()).isBetween((int) (0.92 * width), (int) (0.95 * width));
        assertThat(layout.yPx()).isBetween((int) (0.05 * height), (int) (0.05 * height) + 2);
        assertThat(capHeight(layout)).isGreaterThanOrEqualTo(0.05 * Math.min(width, height) - 0.5);
    }

    @ParameterizedTest
    @CsvSource({"16", "128", "235", "-1"})
    void label_onAnyGround_hasContrastOfFourAndAHalf(int ground) {
        VideoFrame frame = frame(ground);
        Label label = new Label(WORDS, frame.widthPx(), frame.heightPx());
        assertThat(label.contrastOn(frame)).isLessThan(2);

        label.draw(frame);

        assertThat(label.contrastOn(frame)).isGreaterThan(Label.LEAST_CONTRAST);
    }

    @Test
    void label_drawn_leavesTheRestOfThePictureAlone() {
        VideoFrame frame = frame(-1);
        VideoFrame before = frame(-1);
        Label label = new Label(WORDS, frame.widthPx(), frame.heightPx());
        LabelLayout layout = label.layout();

        label.draw(frame);

        for (int i = 0; i < frame.y().length; i++) {
            int x = i % frame.widthPx() - layout.xPx();
            int y = i / frame.widthPx() - layout.yPx();
            if (x < 0 || y < 0 || x >= layout.widthPx() || y >= layout.heightPx()) {
                assertThat(frame.y()[i]).isEqualTo(before.y()[i]);
            }
        }
        assertThat(frame.y()).isNotEqualTo(before.y());
    }

    /** Rows that the letters cover, without the overshoot of the round ones. */
    private static double capHeight(LabelLayout layout) {
        double rows = 0;
        for (int row = 0; row < layout.heightPx(); row++) {
            int most = 0;
            // The I of AI is straight: its coverage tells how much of the row a capital takes.
            for (int x = 0; x < layout.widthPx(); x++) {
                most = Math.max(most, layout.words()[row * layout.widthPx() + x] & 0xff);
            }
            rows += most / 255.0;
        }
        return rows;
    }

    /** @param ground luma, or −1 for noise */
    private static VideoFrame frame(int ground) {
        byte[] luma = new byte[640 * 360];
        Random noise = new Random(9);
        for (int i = 0; i < luma.length; i++) {
            luma[i] = (byte) (ground < 0 ? 16 + noise.nextInt(220) : ground);
        }
        byte[] chroma = new byte[320 * 180];
        Arrays.fill(chroma, (byte) 90);
        return new VideoFrame(640, 360, 0, luma, chroma, chroma.clone());
    }
}
