package studio.selfsame.media;

/** Turns pictures upright, as a phone's rotation mark asks. */
final class QuarterTurn {
    private QuarterTurn() {}

    /** @param turns quarter turns clockwise, 0..3 */
    static VideoFrame clockwise(VideoFrame frame, int turns) {
        if (turns == 0) {
            return frame;
        }
        int width = frame.widthPx();
        int height = frame.heightPx();
        boolean swap = turns % 2 == 1;
        return new VideoFrame(
                swap ? height : width,
                swap ? width : height,
                frame.presentationTimeUs(),
                turn(frame.y(), width, turns),
                turn(frame.u(), width / 2, turns),
                turn(frame.v(), width / 2, turns));
    }

    private static byte[] turn(byte[] plane, int width, int turns) {
        int height = plane.length / width;
        byte[] turned = new byte[plane.length];
        int at = 0;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int to = switch (turns) {
                    case 1 -> x * height + height - 1 - y;
                    case 2 -> plane.length - 1 - at;
                    default -> (width - 1 - x) * height + y;
                };
                turned[to] = plane[at++];
            }
        }
        return turned;
    }
}
