package studio.selfsame.face;

import java.util.Random;
import org.jspecify.annotations.Nullable;
import studio.selfsame.media.VideoFrame;

/** Things drawn before a mouth, in its own place and size. */
enum Cover {
    HAND,
    HALF_A_HAND,
    CUP,
    MICROPHONE,
    MASK,
    /** Hides nothing of the lips. */
    MICROPHONE_BELOW;

    private static final int[] DARK = {34, 128, 128};
    private static final int[] WHITE = {190, 126, 129};
    private static final int[] BLUE = {140, 140, 112};
    private static final int[] CHEEKS = {50, 280};

    /** @param face where it was before anything was drawn */
    VideoFrame over(VideoFrame frame, Landmarks face) {
        double eyesX = FaceGeometry.mid(face.x(), 263, 362) - FaceGeometry.mid(face.x(), 33, 133);
        double eyesY = FaceGeometry.mid(face.y(), 263, 362) - FaceGeometry.mid(face.y(), 33, 133);
        double unit = Math.hypot(eyesX, eyesY);
        double mouthX = FaceGeometry.mid(face.x(), 13, 14);
        double mouthY = FaceGeometry.mid(face.y(), 13, 14);
        int[] skin = skin(frame, face);
        Random grain = new Random(frame.presentationTimeUs());
        byte[] y = frame.y().clone();
        byte[] u = frame.u().clone();
        byte[] v = frame.v().clone();
        for (int row = (int) Math.max(0, mouthY - unit); row < Math.min(frame.heightPx(), mouthY + 2 * unit); row++) {
            for (int column = (int) Math.max(0, mouthX - 1.5 * unit);
                    column < Math.min(frame.widthPx(), mouthX + 1.5 * unit);
                    column++) {
                double dx = (column - mouthX) / unit;
                double dy = (row - mouthY) / unit;
                int[] colour = at((dx * eyesX + dy * eyesY) / unit, (dy * eyesX - dx * eyesY) / unit, skin);
                if (colour != null) {
                    y[row * frame.widthPx() + column] =
                            (byte) Math.clamp(Math.round(colour[0] + 2 * grain.nextGaussian()), 16, 235);
                    int at = row / 2 * frame.chromaWidthPx() + column / 2;
                    u[at] = (byte) Math.round(colour[1] + grain.nextGaussian());
                    v[at] = (byte) Math.round(colour[2] + grain.nextGaussian());
                }
            }
        }
        return new VideoFrame(frame.widthPx(), frame.heightPx(), frame.presentationTimeUs(), y, u, v);
    }

    /** Y, U, V at a point to the right of and below the mouth's middle, distances of the eyes; null leaves the picture. */
    private int @Nullable [] at(double right, double down, int[] skin) {
        return switch (this) {
            case HAND -> hand(right - 0.1, down - 0.15, down, skin);
            case HALF_A_HAND -> hand(right - 0.55, down - 0.15, down, skin);
            case CUP -> Math.abs(right) < 0.5 && down > -0.15 && down < 0.9 ? WHITE : null;
            case MICROPHONE ->
                Math.hypot(right, down - 0.12) < 0.3 || (down > 0.3 && Math.abs(right + 0.3 * down) < 0.15)
                        ? DARK
                        : null;
            case MASK -> Math.abs(right) < 0.85 && down > -0.35 && down < 0.75 ? BLUE : null;
            case MICROPHONE_BELOW ->
                Math.hypot(right, down - 0.95) < 0.26 || (down > 1 && Math.abs(right) < 0.12) ? DARK : null;
        };
    }

    /** Four fingers across, of the cheeks' colour and a little redder, dark between them. */
    private static int @Nullable [] hand(double x, double y, double down, int[] skin) {
        if (x * x / 0.56 + y * y / 0.18 >= 1) {
            return null;
        }
        double finger = (down + 0.3) / 0.21 - Math.floor((down + 0.3) / 0.21);
        double shade = 0.95 - 0.1 * Math.cos(2 * Math.PI * finger) - (finger < 0.12 ? 0.3 : 0);
        return new int[] {(int) (16 + (skin[0] - 16) * shade), skin[1] - 1, skin[2] + 1};
    }

    private static int[] skin(VideoFrame frame, Landmarks face) {
        int[] skin = new int[3];
        for (int cheek : CHEEKS) {
            int column = Math.clamp((int) face.x()[cheek], 0, frame.widthPx() - 1);
            int row = Math.clamp((int) face.y()[cheek], 0, frame.heightPx() - 1);
            int at = row / 2 * frame.chromaWidthPx() + column / 2;
            skin[0] += (frame.y()[row * frame.widthPx() + column] & 0xff) / 2;
            skin[1] += (frame.u()[at] & 0xff) / 2;
            skin[2] += (frame.v()[at] & 0xff) / 2;
        }
        return skin;
    }
}
