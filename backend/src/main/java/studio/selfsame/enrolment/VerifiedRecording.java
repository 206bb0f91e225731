package studio.selfsame.enrolment;

import studio.selfsame.consent.LikenessId;
import studio.selfsame.face.FaceTracking;
import studio.selfsame.identity.PersonId;
import studio.selfsame.media.FrameRate;
import studio.selfsame.vault.DataKeyId;
import studio.selfsame.vault.ObjectKey;

/**
 * A recording, other than enrolled footage, in which the verified person was found again by their face: a driving take, or a
 * video of theirs that is to be drawn into. Nothing is learnt from it. Constructible only here.
 *
 * <p>The video lies in the vault under {@code dataKey}, the key of the likeness.
 */
public final class VerifiedRecording {
    private final RecordingId id;
    private final PersonId person;
    private final LikenessId likeness;
    private final DataKeyId dataKey;
    private final ObjectKey video;
    private final String sha256;
    private final FrameRate frameRate;
    private final int frames;
    private final FaceTracking tracking;

    VerifiedRecording(
            RecordingId id,
            PersonId person,
            LikenessId likeness,
            DataKeyId dataKey,
            ObjectKey video,
            String sha256,
            FrameRate frameRate,
            int frames,
            FaceTracking tracking) {
        this.id = id;
        this.person = person;
        this.likeness = likeness;
        this.dataKey = dataKey;
        this.video = video;
        this.sha256 = sha256;
        this.frameRate = frameRate;
        this.frames = frames;
        this.tracking = tracking;
    }

    public RecordingId id() {
        return id;
    }

    public PersonId person() {
        return person;
    }

    public LikenessId likeness() {
        return likeness;
    }

    public DataKeyId dataKey() {
        return dataKey;
    }

    public ObjectKey video() {
        return video;
    }

    /** Of the video's file, 64 hex digits. */
    public String sha256() {
        return sha256;
    }

    /** At which the video is played: its own; where its frames are unevenly spaced, the next usual rate above their mean. */
    public FrameRate frameRate() {
        return frameRate;
    }

    /** Of the whole video, in steps of that rate. */
    public long durationUs() {
        return frameRate.timeUs(frames);
    }

    /** Tracks of the verified person alone, whoever else is in the picture. */
    public FaceTracking tracking() {
        return tracking;
    }

    @Override
    public String toString() {
        return "VerifiedRecording[of " + likeness.value() + "]";
    }
}
