package studio.selfsame.enrolment;

import java.util.List;
import org.jspecify.annotations.Nullable;
import studio.selfsame.face.FaceTrack;

/**
 * Who is in one shot.
 *
 * @param person tracks of the verified person; empty if refused, or if the shot is left out as too short to show anybody
 * @param seen everybody in it, whatever comes of it
 * @param similarity median cosine to the portrait of the face seen longest
 */
record ShotMatch(
        FaceTrack.Shot shot,
        List<FaceTrack> person,
        Seen seen,
        double similarity,
        @Nullable Refusal refusal) {
    /**
     * @param person tracks that match the portrait
     * @param others tracks that do not
     */
    record Seen(List<FaceTrack> person, List<FaceTrack> others) {
        static final Seen NOBODY = new Seen(List.of(), List.of());
    }

    boolean matched() {
        return refusal == null && !person.isEmpty();
    }
}
