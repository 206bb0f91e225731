package studio.selfsame.likeness;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import studio.selfsame.consent.Authorization;
import studio.selfsame.consent.LikenessId;
import studio.selfsame.enrolment.BroughtRecording;
import studio.selfsame.enrolment.BroughtTake;
import studio.selfsame.enrolment.RecordingId;
import studio.selfsame.enrolment.RecordingOutcome;
import studio.selfsame.enrolment.Recordings;
import studio.selfsame.enrolment.VerifiedRecording;
import studio.selfsame.work.WorkMonitor;

/** Recordings that a test says were verified. */
final class BroughtRecordings implements Recordings {
    private final Map<RecordingId, VerifiedRecording> known = new HashMap<>();

    VerifiedRecording add(VerifiedRecording recording) {
        known.put(recording.id(), recording);
        return recording;
    }

    @Override
    public RecordingOutcome verify(BroughtRecording asked, Authorization authorization, WorkMonitor monitor) {
        throw new AssertionError("nobody asked");
    }

    @Override
    public Optional<VerifiedRecording> verified(RecordingId id) {
        return Optional.ofNullable(known.get(id));
    }

    @Override
    public List<BroughtTake> takesOf(LikenessId likeness) {
        throw new AssertionError("nobody asked");
    }

    @Override
    public void forget(RecordingId id) {
        known.remove(id);
    }
}
