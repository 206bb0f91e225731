package studio.selfsame.watermark;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AlterationTest {
    @Test
    void picture_asItWasMarked_isUnaltered() {
        assertThat(new Alteration.OfPicture(1, 1, 0, false, 1).inWords()).isEqualTo("unaltered");
        assertThat(new Alteration.OfPicture(1.0004, 0.9996, 0.02, false, 1.001).inWords())
                .isEqualTo("unaltered");
    }

    @Test
    void picture_croppedMirroredTurnedAndFast_saysAllOfIt() {
        assertThat(new Alteration.OfPicture(1.41, 1.41, -2, true, 1.25).inWords())
                .isEqualTo("141 % as large, mirrored, turned by -2.0°, 1.25 times as fast");
        assertThat(new Alteration.OfPicture(0.75, 1, 0, false, 1).inWords())
                .isEqualTo("75 % as wide and 100 % as high");
    }

    @Test
    void sound_fasterAndHigher_saysBoth() {
        assertThat(Alteration.OfSound.NONE.inWords()).isEqualTo("unaltered");
        assertThat(new Alteration.OfSound(1.05, 0.95).inWords()).isEqualTo("1.05 times as fast, pitch times 0.95");
    }
}
