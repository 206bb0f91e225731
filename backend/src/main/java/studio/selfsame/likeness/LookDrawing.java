package studio.selfsame.likeness;

import java.io.IOException;
import java.util.Map;
import studio.selfsame.likeness.motion.LipShape;
import studio.selfsame.likeness.net.LookSession;
import studio.selfsame.likeness.picture.CanonicalCrop;
import studio.selfsame.likeness.picture.ColourMatch;
import studio.selfsame.likeness.picture.Compositor;
import studio.selfsame.likeness.picture.FaceRegion;
import studio.selfsame.likeness.picture.Patch;
import studio.selfsame.likeness.picture.StabilisedFace;
import studio.selfsame.media.VideoFrame;

/**
 * Looks at the pictures of a driving take: what must be added to a studio frame, so that it shows what the mouth does there.
 * The take is laid on the plate and lit like it; of its pixels none comes into the drawing but through the network.
 */
final class LookDrawing implements AutoCloseable {
    /** A take's pixels are cut out this wide, in sides of the model's region, so that bending finds some. */
    private static final double ROOM = 1.1;

    private final LikenessModel model;
    private final Plates take;
    private final Map<Integer, StabilisedFace> faces;
    private final LookSession session;
    private final LookLight light;
    private final Compositor compositor;
    private final float[] mean;

    LookDrawing(LikenessModel model, LookNetwork look, Plates take) {
        this.model = model;
        this.take = take;
        faces = take.facesByFrame();
        session = new LookSession(look.onnx(), look.shape());
        light = new LookLight(model);
        compositor = new Compositor(model.region());
        mean = Dataset.floats(look.mean());
    }

    /**
     * @param takeFrame of the take
     * @param retrieved to start from, {@code 3×S×S} of the network's region, in the plate's colours
     * @param lips wanted, at their place in the plate
     * @return {@code 3×S×S} to add; zeros where the take shows too little: there what was retrieved stays as it is
     */
    float[] residual(int takeFrame, VideoFrame plate, StabilisedFace plateFace, float[] retrieved, LipShape lips)
            throws IOException {
        StabilisedFace face = faces.get(takeFrame);
        if (face == null || !face.usable()) {
            return new float[retrieved.length];
        }
        int size = model.netShape().sizePx();
        FaceRegion region = model.netRegion();
        Patch casual = patch(take.read(takeFrame), face, model.region());
        float[] seen = light.matched(
                CanonicalCrop.of(casual, face.toFace(), compositor.warp(plateFace, face, lips), region, size),
                CanonicalCrop.of(casual, face.toFace(), model.region(), ColourMatch.GRID),
                face,
                CanonicalCrop.of(plate, plateFace.toFace(), model.region(), ColourMatch.GRID),
                plateFace);
        for (int i = 0; i < seen.length; i++) {
            seen[i] -= mean[i];
        }
        return session.residual(seen, retrieved);
    }

    /** What of a take lies around a mouth. */
    static Patch patch(VideoFrame frame, StabilisedFace face, FaceRegion region) {
        int side = 2
                * (int) Math.ceil(ROOM * region.side() * face.toFace().inverse().scale() / 2);
        double x = region.x(0.5);
        double y = region.y(0.5);
        int left = 2 * (int) Math.floor((face.toFace().inverse().x(x, y) - side / 2.0) / 2);
        int top = 2 * (int) Math.floor((face.toFace().inverse().y(x, y) - side / 2.0) / 2);
        return Patch.cut(frame, left, top, side, 1);
    }

    @Override
    public void close() {
        session.close();
        take.close();
    }
}
