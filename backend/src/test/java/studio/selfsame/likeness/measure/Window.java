package studio.selfsame.likeness.measure;

import java.util.Arrays;
import studio.selfsame.media.VideoFrame;

/** One part of the picture through a whole clip, on even pixels: enough to follow a face in, little enough to keep. */
public record Window(int left, int top, int width, int height) {
    public static Window around(Box box, int widthPx, int heightPx) {
        int left = box.left() / 2 * 2;
        int top = box.top() / 2 * 2;
        return new Window(
                left,
                top,
                Math.min(widthPx, box.right()) / 2 * 2 - left,
                Math.min(heightPx, box.bottom()) / 2 * 2 - top);
    }

    public VideoFrame of(VideoFrame f) {
        return new VideoFrame(
                width,
                height,
                f.presentationTimeUs(),
                cut(f.y(), f.widthPx(), left, top, width, height),
                cut(f.u(), f.chromaWidthPx(), left / 2, top / 2, width / 2, height / 2),
                cut(f.v(), f.chromaWidthPx(), left / 2, top / 2, width / 2, height / 2));
    }

    private static byte[] cut(byte[] plane, int stride, int left, int top, int width, int height) {
        byte[] out = new byte[width * height];
        for (int y = 0; y < height; y++) {
            byte[] row = Arrays.copyOfRange(plane, (top + y) * stride + left, (top + y) * stride + left + width);
            System.arraycopy(row, 0, out, y * width, width);
        }
        return out;
    }
}
