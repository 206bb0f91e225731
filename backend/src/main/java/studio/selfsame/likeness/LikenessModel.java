package studio.selfsame.likeness;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import studio.selfsame.likeness.motion.LipSpace;
import studio.selfsame.likeness.motion.MouthMotion;
import studio.selfsame.likeness.net.NetShape;
import studio.selfsame.likeness.picture.FaceRegion;
import studio.selfsame.likeness.picture.StabilisedFace;
import studio.selfsame.likeness.picture.Stabiliser;
import studio.selfsame.media.FrameRate;

/**
 * Everything that is needed to draw one person, but for the pixels, which stay sealed until one is wanted.
 *
 * @param stabiliser the space in which all this person's faces are compared, recordings brought along later too
 * @param faces all tracked faces in frame order: where plates come from
 * @param sources the usable ones: where mouths come from
 * @param network the residual network as ONNX; empty where retrieval alone was measured to be better
 * @param look what draws from the pictures of a driving take; empty where none was learnt, or retrieval alone was measured to
 *     be better
 * @param motion how this person's mouth moves in speech; empty where their voice may not be heard, or was hardly
 */
record LikenessModel(
        FrameRate frameRate,
        int widthPx,
        int heightPx,
        int patchSidePx,
        int patchReduction,
        Stabiliser stabiliser,
        LipSpace lipSpace,
        List<StabilisedFace> faces,
        List<SourceFrame> sources,
        NetShape netShape,
        byte[] network,
        Optional<LookNetwork> look,
        Optional<MouthMotion> motion) {
    /** Length of the vector that modulates the network: lip values, then opening, width, jaw and lower lip. */
    static final int NET_VALUES = LipSpace.COMPONENTS + 4;

    private static final double MASK_SIDE = 2.0;
    private static final double NET_SIDE = 1.25;
    private static final double WIDE_SIDE = 1.5;
    /** Mouths are mixed at most this large. */
    static final int MIX_PX = 64;

    /** Holds the whole mask and the skin around it. */
    FaceRegion region() {
        return region(MASK_SIDE, 0.22);
    }

    /** What the network sees and corrects: mouth and chin. */
    FaceRegion netRegion() {
        return region(NET_SIDE, 0.12);
    }

    /** What the network's pictures are bent out of. */
    FaceRegion wideRegion() {
        return region(WIDE_SIDE, 0.12);
    }

    /** Side of the stored pictures of {@link #wideRegion}: fine enough that bending costs little sharpness. */
    int wideSizePx() {
        return wide(netShape.sizePx());
    }

    /** Side of the pictures that are mixed: where the network's are larger, what the mouths have in common is smooth. */
    int mixPx() {
        return Math.min(MIX_PX, netShape.sizePx());
    }

    /** @param sizePx of a picture of the network's region that is to be bent out of it */
    static int wide(int sizePx) {
        return (int) Math.ceil(1.5 * sizePx * WIDE_SIDE / NET_SIDE);
    }

    private FaceRegion region(double side, double below) {
        double x = sources.stream()
                .mapToDouble(s -> s.face().lips().centreX())
                .average()
                .orElseThrow();
        double y = sources.stream()
                .mapToDouble(s -> s.face().lips().centreY())
                .average()
                .orElseThrow();
        return new FaceRegion(x - side / 2, y + below - side / 2, side);
    }

    LikenessModel withNetwork(byte[] onnx) {
        return with(onnx, look, motion);
    }

    LikenessModel withMotion(Optional<MouthMotion> learnt) {
        return with(network, look, learnt);
    }

    LikenessModel withLook(LookNetwork learnt) {
        return with(network, Optional.of(learnt), motion);
    }

    private LikenessModel with(byte[] onnx, Optional<LookNetwork> learntLook, Optional<MouthMotion> learnt) {
        return new LikenessModel(
                frameRate,
                widthPx,
                heightPx,
                patchSidePx,
                patchReduction,
                stabiliser,
                lipSpace,
                faces,
                sources,
                netShape,
                onnx,
                learntLook,
                learnt);
    }

    Map<Integer, SourceFrame> sourcesByFrame() {
        Map<Integer, SourceFrame> map = new HashMap<>();
        sources.forEach(s -> map.put(s.frameIndex(), s));
        return map;
    }

    @Override
    public String toString() {
        return "LikenessModel[" + sources.size() + " frames]";
    }
}
