package studio.selfsame.sealing.label;

import java.util.stream.IntStream;

/**
 * How dark the plate must be over what is under it. White words on half a plate are readable on most pictures; over bright ones
 * the plate is darkened until the contrast is 6 : 1 in every part of it, so that the least one, 4.5 : 1, outlives encoding.
 */
final class PlateOpacity {
    static final float PLATE_LUMA = 16;
    static final float WORDS_LUMA = 235;

    private static final double WANTED_CONTRAST = 6;
    private static final double LEAST = 0.5;
    private static final double MOST = 0.95;
    private static final int HALVINGS = 8;
    private static final int LEVELS = 256;
    /** Added to both luminances of a contrast ratio (WCAG 2.2), for light that falls on the screen. */
    private static final double FLARE = 0.05;
    /** Of limited-range luma: relative luminance (0..1) of that grey. */
    private static final double[] LUMINANCE =
            IntStream.range(0, LEVELS).mapToDouble(PlateOpacity::ofGrey).toArray();

    private PlateOpacity() {}

    /** @param parts of the plate: how many pixels under each have which luma */
    static double over(int[][] parts) {
        double least = LEAST;
        if (brightest(parts, least) <= limit()) {
            return least;
        }
        double most = MOST;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (least + most) / 2;
            if (brightest(parts, middle) <= limit()) {
                most = middle;
            } else {
                least = middle;
            }
        }
        return most;
    }

    /** WCAG 2.2, success criterion 1.4.3: 1..21, below 1 when the words are darker. */
    static double contrast(double words, double plate) {
        return (words + FLARE) / (plate + FLARE);
    }

    static double luminance(byte luma) {
        return LUMINANCE[luma & 0xff];
    }

    private static double limit() {
        return (1 + FLARE) / WANTED_CONTRAST - FLARE;
    }

    private static double brightest(int[][] parts, double opacity) {
        double[] darkened = new double[LEVELS];
        for (int luma = 0; luma < LEVELS; luma++) {
            darkened[luma] = LUMINANCE[(int) Math.round(luma + opacity * (PLATE_LUMA - luma))];
        }
        double brightest = 0;
        for (int[] part : parts) {
            double sum = 0;
            long pixels = 0;
            for (int luma = 0; luma < LEVELS; luma++) {
                sum += part[luma] * darkened[luma];
                pixels += part[luma];
            }
            brightest = Math.max(brightest, pixels == 0 ? 0 : sum / pixels);
        }
        return brightest;
    }

    private static double ofGrey(int luma) {
        double signal = Math.clamp((luma - PLATE_LUMA) / (WORDS_LUMA - PLATE_LUMA), 0, 1);
        return signal <= 0.04045 ? signal / 12.92 : Math.pow((signal + 0.055) / 1.055, 2.4);
    }
}
