package studio.selfsame.face;

import java.util.List;
import studio.selfsame.media.VideoFrame;
import studio.selfsame.problem.ProblemException;

/** Says where faces are in a picture, and nothing more of them. Faces that fill less than a tenth of it are missed. Native. */
public final class FaceFinder implements AutoCloseable {
    private final FaceDetector detector;

    private FaceFinder(FaceDetector detector) {
        this.detector = detector;
    }

    /** @throws ProblemException when the model is missing or is not the one its card describes */
    public static FaceFinder open() {
        return new FaceFinder(new FaceDetector(ModelCards.read()));
    }

    /** From about the brows to the chin, the surest first; may stand out of the picture. */
    public List<FaceObservation.Box> find(VideoFrame picture) {
        return detector.detect(picture).stream().map(FaceFinder::box).toList();
    }

    private static FaceObservation.Box box(Region region) {
        double half = region.side() / 2;
        return new FaceObservation.Box(
                (float) (region.centreX() - half), (float) (region.centreY() - half), (float) region.side(), (float)
                        region.side());
    }

    @Override
    public void close() {
        detector.close();
    }
}
