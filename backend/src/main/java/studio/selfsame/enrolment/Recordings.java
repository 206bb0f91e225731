package studio.selfsame.enrolment;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import studio.selfsame.consent.Authorization;
import studio.selfsame.consent.AuthorizationRefusedException;
import studio.selfsame.consent.LikenessId;
import studio.selfsame.problem.ProblemException;
import studio.selfsame.work.WorkMonitor;

/** Recordings, other than enrolled footage, in which a verified person is found again by their face. */
public interface Recordings {
    /**
     * Looks at every frame and compares every face with the portrait of the likeness's owner. What is verified is kept, with
     * its face track sealed beside the video; of what is refused nothing is added. Only in a worker.
     *
     * @param authorization to perform with that likeness; checked again here
     * @throws AuthorizationRefusedException when it no longer holds, or is for another likeness
     * @throws ProblemException when there is no portrait to compare with
     */
    RecordingOutcome verify(BroughtRecording brought, Authorization authorization, WorkMonitor monitor)
            throws IOException;

    /** One that was verified, as long as its key lives and its likeness has not ended. */
    Optional<VerifiedRecording> verified(RecordingId id);

    /** Driving takes of a likeness that were verified and are in force, the oldest first. */
    List<BroughtTake> takesOf(LikenessId likeness);

    /** It is wanted no more: its row and its face track go. Does nothing where there is none. */
    void forget(RecordingId id) throws IOException;
}
