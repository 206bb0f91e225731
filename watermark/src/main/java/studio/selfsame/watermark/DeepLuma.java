package studio.selfsame.watermark;

import org.jspecify.annotations.Nullable;

/** Luma of more than eight bits, and how it is seen in eight. */
final class DeepLuma {
    private final PictureFormat format;
    private final int shift;
    private final byte[] coarse;

    private DeepLuma(PictureFormat format) {
        this.format = format;
        this.shift = format.bitDepth() - PictureFormat.EIGHT;
        this.coarse = new byte[format.widthPx() * format.heightPx()];
    }

    /** For planes of a format; null where it is of eight bits. */
    static @Nullable DeepLuma of(PictureFormat format) {
        return format.bitDepth() > PictureFormat.EIGHT ? new DeepLuma(format) : null;
    }

    /** Levels of this depth in one of eight bits. */
    int scale() {
        return 1 << shift;
    }

    /**
     * The plane in eight bits; the array is reused by the next call.
     *
     * @throws IllegalArgumentException if the plane has another size, or a sample more bits than the format
     */
    byte[] coarse(short[] luma) {
        Checks.plane(luma.length, format.widthPx(), format.heightPx());
        int all = 0;
        for (short sample : luma) {
            all |= sample;
        }
        if ((all & 0xffff) >> format.bitDepth() != 0) {
            throw new IllegalArgumentException(
                    "The luma plane has samples of more than %d bits".formatted(format.bitDepth()));
        }
        for (int i = 0; i < luma.length; i++) {
            coarse[i] = (byte) ((luma[i] & 0xffff) >> shift);
        }
        return coarse;
    }
}
