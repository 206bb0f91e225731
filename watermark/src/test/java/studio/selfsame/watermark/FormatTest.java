package studio.selfsame.watermark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;

/** Golden values of format version 1: if one of these changes, marks made before can no longer be read. */
class FormatTest {
    private static final WatermarkKey KEY = WatermarkKey.of("golden", new byte[32]);
    private static final Payload PAYLOAD = Payload.ofHex("0123456789abcdef");

    @Test
    void symbols_ofFixedKeyAndPayload_stayAsTheyWere() {
        assertThat(WatermarkKey.FORMAT_VERSION).isEqualTo(1);
        assertThat(checksum(new PayloadCode(KEY, "picture").encode(PAYLOAD))).isEqualTo(1553505896L);
        assertThat(checksum(new PayloadCode(KEY, "sound").encode(PAYLOAD))).isEqualTo(1195119891L);
    }

    @Test
    void pictureChips_ofFixedKey_stayAsTheyWere() {
        byte[] symbols = new PayloadCode(KEY, "picture").encode(PAYLOAD);
        assertThat(checksum(signs(symbols, 640, 360, PictureChips.CONSTANT))).isEqualTo(24163403L);
        assertThat(checksum(signs(symbols, 640, 360, 15))).isEqualTo(4142755527L);
        assertThat(checksum(signs(symbols, 360, 640, 0))).isEqualTo(1014244936L);
    }

    @Test
    void soundChips_ofFixedKey_stayAsTheyWere() {
        byte[] symbols = new PayloadCode(KEY, "sound").encode(PAYLOAD);
        SoundChips chips = new SoundChips(KEY);
        byte[] directions = new byte[SoundRaster.CYCLE_SLOTS * SoundRaster.BANDS];
        for (int i = 0; i < directions.length; i++) {
            directions[i] = (byte) chips.direction(i / SoundRaster.BANDS, i % SoundRaster.BANDS, symbols);
        }
        assertThat(checksum(directions)).isEqualTo(4041844797L);
    }

    private static byte[] signs(byte[] symbols, int width, int height, int pattern) {
        ChipLattice lattice = new ChipLattice(width, height);
        float[] field =
                new PictureChips(new ChipDraw(KEY), lattice.rows(), lattice.columns(), pattern).modulate(symbols);
        byte[] signs = new byte[field.length];
        for (int i = 0; i < field.length; i++) {
            signs[i] = (byte) Math.signum(field[i]);
        }
        return signs;
    }

    private static long checksum(byte[] bytes) {
        CRC32 crc = new CRC32();
        crc.update(bytes);
        return crc.getValue();
    }
}
