package studio.selfsame.enrolment;

import java.util.List;
import org.jspecify.annotations.Nullable;
import studio.selfsame.face.FaceTrack;

/**
 * Who is in one shot.
 *
 * @param person tracks of the verified person; empty if refused, or if the shot is left out as too short to show anybody
 * @param similarity median cosine to the portrait of the face seen longest
 */
record ShotMatch(
        FaceTrack.Shot shot,
        List<FaceTrack> person,
        double similarity,
        @Nullable Refusal refusal) {
    boolean matched() {
        return refusal == null && !person.isEmpty();
    }
}
