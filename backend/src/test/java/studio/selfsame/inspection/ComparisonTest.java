package studio.selfsame.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.selfsame.inspection.InspectionReport.Fingerprint;
import studio.selfsame.sealing.OutputPrints;
import studio.selfsame.watermark.Alteration;
import studio.selfsame.watermark.PictureFingerprint;
import studio.selfsame.watermark.PictureFingerprinter;
import studio.selfsame.watermark.PictureFormat;
import studio.selfsame.watermark.SoundFingerprint;
import studio.selfsame.watermark.SoundFingerprinter;
import studio.selfsame.watermark.SoundFormat;

class ComparisonTest {
    private static final String ID = "0123456789abcdef";
    private static final Alteration NO_PICTURE_CHANGE = new Alteration.OfPicture(1, 1, 0, false, 1);
    private static final Alteration NO_SOUND_CHANGE = new Alteration.OfSound(1, 1);
    private static final PictureFingerprint PICTURE = picture(1);
    private static final PictureFingerprint OTHER_PICTURE = picture(2);
    private static final SoundFingerprint SOUND = sound(1);
    private static final SoundFingerprint OTHER_SOUND = sound(2);
    private static final OutputPrints SEALED = new OutputPrints(PICTURE, Optional.of(SOUND));

    @Test
    void copy_isTheSame() {
        var comparison = Comparison.of(SEALED, marks(PICTURE, NO_PICTURE_CHANGE, SOUND, NO_SOUND_CHANGE));

        assertThat(comparison).isEqualTo(new Comparison(Fingerprint.SAME, Fingerprint.SAME));
        assertThat(comparison.whole()).isEqualTo(Fingerprint.SAME);
    }

    @Test
    void otherContent_isDifferentEachByItself() {
        assertThat(Comparison.of(SEALED, marks(OTHER_PICTURE, NO_PICTURE_CHANGE, SOUND, NO_SOUND_CHANGE)))
                .isEqualTo(new Comparison(Fingerprint.DIFFERENT, Fingerprint.SAME));
        assertThat(Comparison.of(SEALED, marks(PICTURE, NO_PICTURE_CHANGE, OTHER_SOUND, NO_SOUND_CHANGE)))
                .isEqualTo(new Comparison(Fingerprint.SAME, Fingerprint.DIFFERENT));
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1, 3, DIFFERENT",
        "1, 1, -3, DIFFERENT",
        "1, 1, 3.1, UNKNOWN",
        "1, 1, -3.1, UNKNOWN",
        "1, 1.04, 0, DIFFERENT",
        "1, 1.06, 0, UNKNOWN",
        "1, 0.94, 0, UNKNOWN",
        "0.96, 0.96, 0, DIFFERENT",
        "0.94, 0.94, 0, UNKNOWN",
        "1.44, 1.44, 0, DIFFERENT",
        "1.46, 1.46, 0, UNKNOWN"
    })
    void picture_changedFurtherThanFingerprintsFollow_isUnknownAndNotCalledAnother(
            double scaleX, double scaleY, double degrees, Fingerprint said) {
        var alteration = new Alteration.OfPicture(scaleX, scaleY, degrees, false, 1);

        assertThat(Comparison.of(SEALED, marks(OTHER_PICTURE, alteration, SOUND, NO_SOUND_CHANGE))
                        .picture())
                .isEqualTo(said);
    }

    @ParameterizedTest
    @CsvSource({"1.009, DIFFERENT", "0.991, DIFFERENT", "1.011, UNKNOWN", "0.989, UNKNOWN"})
    void sound_pitchedFurtherThanFingerprintsFollow_isUnknownAndNotCalledAnother(double pitch, Fingerprint said) {
        var alteration = new Alteration.OfSound(1, pitch);

        assertThat(Comparison.of(SEALED, marks(PICTURE, NO_PICTURE_CHANGE, OTHER_SOUND, alteration))
                        .sound())
                .isEqualTo(said);
    }

    @Test
    void whatIsNotThere_isUnknown() {
        var silent = new OutputPrints(PICTURE, Optional.empty());
        var nothing = new Marks(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), List.of());

        assertThat(Comparison.of(silent, marks(PICTURE, NO_PICTURE_CHANGE, SOUND, NO_SOUND_CHANGE)))
                .isEqualTo(new Comparison(Fingerprint.SAME, Fingerprint.UNKNOWN));
        assertThat(Comparison.of(SEALED, nothing)).isEqualTo(Comparison.NONE);
    }

    private static Marks marks(
            PictureFingerprint picture, Alteration ofPicture, SoundFingerprint sound, Alteration ofSound) {
        return new Marks(
                Optional.of(new Sighting(ID, ofPicture)),
                Optional.of(new Sighting(ID, ofSound)),
                Optional.of(picture),
                Optional.of(sound),
                List.of());
    }

    /** Ten seconds of bright patches that drift; how is told by the seed. */
    private static PictureFingerprint picture(long seed) {
        int width = 128;
        int height = 72;
        double[] paths = new Random(seed).doubles(8 * 4).toArray();
        PictureFingerprinter printer = PictureFingerprinter.create(PictureFormat.of(width, height));
        for (int frame = 0; frame < 250; frame++) {
            byte[] luma = new byte[width * height];
            for (int i = 0; i < luma.length; i++) {
                double level = 30;
                for (int path = 0; path < paths.length; path += 4) {
                    double x = 0.5 + 0.4 * Math.sin(frame * (0.05 + 0.1 * paths[path]) + 6.3 * paths[path + 1]);
                    double y = 0.5 + 0.4 * Math.sin(frame * (0.05 + 0.1 * paths[path + 2]) + 6.3 * paths[path + 3]);
                    double far = Math.hypot(i % width / (double) width - x, i / width / (double) height - y);
                    level += 120 * Math.exp(-60 * far * far);
                }
                luma[i] = (byte) Math.min(235, level);
            }
            printer.accept(luma, frame * 40_000L);
        }
        return printer.finish();
    }

    /** Ten seconds of tones of an eighth of a second, drawn by the seed. */
    private static SoundFingerprint sound(long seed) {
        int rate = 16_000;
        Random random = new Random(seed);
        float[] samples = new float[10 * rate];
        double[] hertz = new double[3];
        for (int i = 0; i < samples.length; i++) {
            if (i % (rate / 8) == 0) {
                hertz = random.doubles(3, 300, 3_000).toArray();
            }
            for (double each : hertz) {
                samples[i] += (float) (0.2 * Math.sin(2 * Math.PI * each * i / rate));
            }
        }
        SoundFingerprinter printer = SoundFingerprinter.create(new SoundFormat(rate, 1));
        printer.accept(samples);
        return printer.finish();
    }
}
