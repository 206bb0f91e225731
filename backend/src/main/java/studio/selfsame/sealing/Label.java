package studio.selfsame.sealing;

import java.util.stream.IntStream;
import studio.selfsame.media.VideoFrame;

/**
 * The visible disclosure of one video: laid out once, drawn on every frame, measured on every frame that is asked about.
 * The plate hides 75 % of what is under it, so that white words keep their contrast on white.
 */
final class Label {
    /** WCAG 2.2, success criterion 1.4.3. */
    static final double LEAST_CONTRAST = 4.5;

    private static final float PLATE_OPACITY = 0.75f;
    private static final float PLATE_LUMA = 16;
    private static final float WORDS_LUMA = 235;
    private static final float NEUTRAL = 128;
    /** Coverage from which a pixel counts as being all letter. */
    private static final int ALL_LETTER = 250;
    /** By luma: every picture is measured. */
    private static final double[] LUMINANCE =
            IntStream.range(0, 256).mapToDouble(Label::luminance).toArray();

    private final LabelLayout layout;
    private final float[] keep;
    private final float[] add;

    Label(String words, int widthPx, int heightPx) {
        this.layout = LabelLayout.of(words, widthPx, heightPx);
        int pixels = layout.widthPx() * layout.heightPx();
        this.keep = new float[pixels];
        this.add = new float[pixels];
        for (int i = 0; i < pixels; i++) {
            float plate = PLATE_OPACITY * (layout.plate()[i] & 0xff) / 255;
            float letter = (layout.words()[i] & 0xff) / 255f;
            keep[i] = (1 - plate) * (1 - letter);
            add[i] = plate * (1 - letter) * PLATE_LUMA + letter * WORDS_LUMA;
        }
    }

    LabelLayout layout() {
        return layout;
    }

    /** Draws the label, in place. */
    void draw(VideoFrame frame) {
        for (int row = 0; row < layout.heightPx(); row++) {
            int at = (layout.yPx() + row) * frame.widthPx() + layout.xPx();
            for (int i = row * layout.widthPx(), end = i + layout.widthPx(); i < end; i++, at++) {
                frame.y()[at] = (byte) Math.round((frame.y()[at] & 0xff) * keep[i] + add[i]);
            }
        }
        drawChroma(frame.u(), frame.chromaWidthPx());
        drawChroma(frame.v(), frame.chromaWidthPx());
    }

    private void drawChroma(byte[] plane, int stride) {
        int width = layout.widthPx();
        for (int row = 0; row < layout.heightPx() / 2; row++) {
            int at = (layout.yPx() / 2 + row) * stride + layout.xPx() / 2;
            for (int column = 0; column < width / 2; column++, at++) {
                int i = 2 * row * width + 2 * column;
                float kept = (keep[i] + keep[i + 1] + keep[i + width] + keep[i + width + 1]) / 4;
                plane[at] = (byte) Math.round((plane[at] & 0xff) * kept + NEUTRAL * (1 - kept));
            }
        }
    }

    /**
     * Contrast ratio of the words against their plate as they are in this frame (WCAG 2.2: 1..21), from the mean
     * relative luminance of each. Below 1 when the words are darker.
     */
    double contrastOn(VideoFrame frame) {
        double words = 0;
        double plate = 0;
        int wordPixels = 0;
        int platePixels = 0;
        for (int i = 0; i < keep.length; i++) {
            int at = (layout.yPx() + i / layout.widthPx()) * frame.widthPx() + layout.xPx() + i % layout.widthPx();
            if ((layout.words()[i] & 0xff) >= ALL_LETTER) {
                words += LUMINANCE[frame.y()[at] & 0xff];
                wordPixels++;
            } else if (layout.words()[i] == 0 && (layout.plate()[i] & 0xff) == 255) {
                plate += LUMINANCE[frame.y()[at] & 0xff];
                platePixels++;
            }
        }
        return (words / wordPixels + 0.05) / (plate / platePixels + 0.05);
    }

    /** Relative luminance (0..1) of a neutral colour of limited-range luma. */
    private static double luminance(int luma) {
        double signal = Math.clamp((luma - PLATE_LUMA) / (WORDS_LUMA - PLATE_LUMA), 0, 1);
        return signal <= 0.04045 ? signal / 12.92 : Math.pow((signal + 0.055) / 1.055, 2.4);
    }
}
