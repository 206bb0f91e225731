package studio.selfsame.face;

import java.util.List;

/**
 * One person's face through one shot. Frames in which it was not seen have no observation.
 *
 * @param samples identity embeddings taken along the track, at least one
 */
public record FaceTrack(Shot shot, List<FaceObservation> observations, List<FaceEmbedding> samples) {
    /** Frames first..last inclusive between two cuts. */
    public record Shot(int index, int firstFrame, int lastFrame) {}
}
