package studio.selfsame.sealing.label;

import java.util.List;
import studio.selfsame.face.FaceObservation;

/** Faces in the picture that is shown at this time; there is one such picture about every second. */
public record FaceGlimpse(long timeUs, List<FaceObservation.Box> faces) {
    public FaceGlimpse {
        faces = List.copyOf(faces);
    }
}
