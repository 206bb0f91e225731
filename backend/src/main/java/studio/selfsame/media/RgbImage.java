package studio.selfsame.media;

/** Interleaved 8-bit sRGB picture, {@code H×W×3}, row by row. */
public record RgbImage(int widthPx, int heightPx, byte[] rgb) {
    @Override
    public String toString() {
        return "RgbImage[" + widthPx + "x" + heightPx + "]";
    }
}
