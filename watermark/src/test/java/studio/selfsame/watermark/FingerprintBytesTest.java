package studio.selfsame.watermark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The stored form of fingerprints: if a golden value changes, records made before can no longer be compared. */
class FingerprintBytesTest {
    private static final byte[] PICTURE = picture();
    private static final byte[] SOUND = sound();

    @Test
    void bytes_ofFixedFrames_stayAsTheyWere() {
        assertThat(PICTURE).hasSize(9 + 18 * (47 + 5));
        assertThat(checksum(PICTURE)).isEqualTo(145528518L);
    }

    @Test
    void bytes_ofFixedSamples_stayAsTheyWere() {
        assertThat(SOUND).hasSize(9 + 4 * 86);
        assertThat(checksum(SOUND)).isEqualTo(3904219977L);
    }

    @Test
    void bytes_readBack_areTheSameFingerprint() {
        assertThat(PictureFingerprint.ofBytes(PICTURE).bytes()).isEqualTo(PICTURE);
        assertThat(PictureFingerprint.ofBytes(PICTURE)).isEqualTo(PictureFingerprint.ofBytes(PICTURE.clone()));
        assertThat(SoundFingerprint.ofBytes(SOUND).bytes()).isEqualTo(SOUND);
        assertThat(SoundFingerprint.ofBytes(SOUND)).isEqualTo(SoundFingerprint.ofBytes(SOUND.clone()));
    }

    static Stream<byte[]> hostile() {
        byte[] random = new byte[500];
        new Random(3).nextBytes(random);
        return Stream.concat(
                Stream.of(new byte[0], new byte[8], random),
                Stream.of(PICTURE, SOUND)
                        .flatMap(good -> Stream.of(
                                Arrays.copyOf(good, good.length - 1),
                                Arrays.copyOf(good, good.length + 1),
                                with(good, 4, (byte) 2),
                                steps(good, -1),
                                steps(good, Integer.MAX_VALUE),
                                steps(good, 46))));
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void ofBytes_ofAnythingElse_isRefused(byte[] bytes) {
        assertThatThrownBy(() -> PictureFingerprint.ofBytes(bytes)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SoundFingerprint.ofBytes(bytes)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void ofBytes_ofTheOtherKindOrImpossibleCells_isRefused() {
        assertThatThrownBy(() -> PictureFingerprint.ofBytes(SOUND)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SoundFingerprint.ofBytes(PICTURE)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> PictureFingerprint.ofBytes(with(PICTURE, PICTURE.length - 1, (byte) 0x80)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static byte[] with(byte[] bytes, int at, byte value) {
        byte[] changed = bytes.clone();
        changed[at] = value;
        return changed;
    }

    private static byte[] steps(byte[] bytes, int steps) {
        return ByteBuffer.wrap(bytes.clone()).putInt(5, steps).array();
    }

    private static byte[] picture() {
        PictureFingerprinter fingerprinter = PictureFingerprinter.create(PictureFormat.of(100, 80));
        for (int frame = 0; frame <= 150; frame++) {
            byte[] luma = new byte[100 * 80];
            for (int i = 0; i < luma.length; i++) {
                luma[i] = (byte) (16 + (i % 100 * (1 + frame % 7) + i / 100 * (frame % 11)) % 200);
            }
            fingerprinter.accept(luma, 3 + frame * 40_000L);
        }
        return fingerprinter.finish().bytes();
    }

    private static byte[] sound() {
        SoundFingerprinter fingerprinter = SoundFingerprinter.create(new SoundFormat(8_000, 1));
        float[] samples = new float[24_000];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (i * (i / 900 + 3) % 257 - 128) / 200f;
        }
        fingerprinter.accept(samples);
        return fingerprinter.finish().bytes();
    }

    private static long checksum(byte[] bytes) {
        CRC32 crc = new CRC32();
        crc.update(bytes);
        return crc.getValue();
    }
}
