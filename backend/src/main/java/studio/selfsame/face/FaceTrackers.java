package studio.selfsame.face;

import studio.selfsame.problem.ProblemException;

/** Opens face trackers. Nothing native is loaded before the first is opened: only workers open them. */
public interface FaceTrackers {
    /** The room without a studio around it. */
    static FaceTrackers alone() {
        return new MeshFaceTrackers();
    }

    /**
     * Loads the models (a second or so, about 100 MB); keep it for many clips and close it at the end.
     *
     * @throws ProblemException when a model is missing or is not the one its card describes
     */
    FaceTracker open();
}
