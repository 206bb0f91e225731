package studio.selfsame.watermark;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What was done to the material since it was marked, as far as a detector had to undo it to read the mark. */
public sealed interface Alteration {
    /** For people, e.g. {@code "141 % as large, turned by 2.0°"}; {@code "unaltered"} where nothing had to be undone. */
    String inWords();

    /**
     * @param scaleX width of the picture in the file relative to its width when it was marked, if the shorter sides of both
     *     frames are taken as equal: 1 unless it was cropped, padded or squeezed
     * @param scaleY the same of the height
     * @param rotationDegrees clockwise, −180..180
     * @param mirrored left and right exchanged, before the rotation
     * @param speed of the file relative to the marked one; 1 unless it was sped up or slowed down; to a tenth where two seconds
     *     were enough to read the mark
     */
    record OfPicture(double scaleX, double scaleY, double rotationDegrees, boolean mirrored, double speed)
            implements Alteration {
        private static final double NOTABLE = 0.005;
        private static final double NOTABLE_DEGREES = 0.1;

        @Override
        public String inWords() {
            List<String> words = new ArrayList<>();
            if (Math.abs(scaleX - scaleY) > NOTABLE * scaleY) {
                words.add(
                        String.format(Locale.ROOT, "%.0f %% as wide and %.0f %% as high", 100 * scaleX, 100 * scaleY));
            } else if (Math.abs(scaleX - 1) > NOTABLE) {
                words.add(String.format(Locale.ROOT, "%.0f %% as large", 100 * scaleX));
            }
            if (mirrored) {
                words.add("mirrored");
            }
            if (Math.abs(rotationDegrees) >= NOTABLE_DEGREES) {
                words.add(String.format(Locale.ROOT, "turned by %.1f°", rotationDegrees));
            }
            if (Math.abs(speed - 1) > NOTABLE) {
                words.add(String.format(Locale.ROOT, "%.2f times as fast", speed));
            }
            return words.isEmpty() ? "unaltered" : String.join(", ", words);
        }
    }

    /**
     * @param tempo of the file relative to the marked one, 1 unless it was sped up or slowed down
     * @param pitch factor of all frequencies, 1 unless it was shifted
     */
    record OfSound(double tempo, double pitch) implements Alteration {
        private static final double NOTABLE = 0.003;

        static final OfSound NONE = new OfSound(1, 1);

        @Override
        public String inWords() {
            List<String> words = new ArrayList<>();
            if (Math.abs(tempo - 1) > NOTABLE) {
                words.add(String.format(Locale.ROOT, "%.2f times as fast", tempo));
            }
            if (Math.abs(pitch - 1) > NOTABLE) {
                words.add(String.format(Locale.ROOT, "pitch times %.2f", pitch));
            }
            return words.isEmpty() ? "unaltered" : String.join(", ", words);
        }
    }
}
