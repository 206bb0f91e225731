package studio.selfsame.media;

/**
 * One decoded picture, plain Java memory, owned by whoever holds it.
 *
 * <p>Layout: 8-bit planar YUV 4:2:0 (I420), limited range, tight strides; chroma planes are
 * {@code ceil(width/2) × ceil(height/2)}, or empty where nobody asked for colour.
 *
 * @param presentationTimeUs when it is shown, microseconds from the start of the stream
 */
public record VideoFrame(int widthPx, int heightPx, long presentationTimeUs, byte[] y, byte[] u, byte[] v) {
    public int chromaWidthPx() {
        return (widthPx + 1) / 2;
    }

    public int chromaHeightPx() {
        return (heightPx + 1) / 2;
    }

    VideoFrame withoutColour() {
        return new VideoFrame(widthPx, heightPx, presentationTimeUs, y, new byte[0], new byte[0]);
    }

    @Override
    public String toString() {
        return "VideoFrame[" + widthPx + "x" + heightPx + " at " + presentationTimeUs + " us]";
    }
}
