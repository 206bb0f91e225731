package studio.selfsame.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import org.junit.jupiter.api.Test;
import studio.selfsame.enrolment.Faces;
import studio.selfsame.enrolment.VerifiedRecording;
import studio.selfsame.face.FaceTrack;
import studio.selfsame.likeness.Drive;
import studio.selfsame.media.FrameRate;
import studio.selfsame.performance.PerformanceRow.State;

/** Recordings that cannot be used, and why: everything at once, and nothing of them is left. */
class HostileRecordingTest extends SentRecordings {
    private static final double LOUD = 0.5;

    @Test
    void take_oneFrameASecondOfNobodyInSilence_isRefusedForAllOfIt() throws Exception {
        tracker.see(Faces.oneShot(2));
        assertRefused(
                take(ShortClips.mp4(ShortClips.even(2, 1), 2, 0.0001)),
                "too-short",
                "too-few-pictures",
                "no-face",
                "silent");
    }

    @Test
    void take_ofTwoPeople_isRefused() throws Exception {
        FaceTrack.Shot all = Faces.shot(0, 0, 99);
        tracker.see(Faces.oneShot(100, Faces.track(all, Faces.SELF), Faces.track(all, Faces.SELF)));
        assertRefused(take(ShortClips.mp4(ShortClips.even(100, 25), 4, LOUD)), "two-people");
    }

    @Test
    void take_thatIsNoVideo_isSaidOnce() throws Exception {
        assertRefused(take(new byte[5_000]), "unreadable");
    }

    @Test
    void take_whosePictureEndsBeforeItsSound_isRefused() throws Exception {
        self(100);
        assertRefused(take(ShortClips.mp4(ShortClips.even(100, 25), 6, LOUD)), "sound-longer-than-video");
        self(25);
        assertRefused(take(ShortClips.mp4(ShortClips.even(25, 25), 6, LOUD)), "too-short");
    }

    @Test
    void take_ofUnevenTimes_isFollowedForAsLongAsItLasts() throws Exception {
        long[] timesUs = ShortClips.uneven(120);
        self(timesUs.length);
        PerformanceRow row = take(ShortClips.mp4(timesUs, 4, LOUD));
        assertThat(row.state()).isEqualTo(State.READY);
        Performance performance = performances.load(row.id()).orElseThrow();
        VerifiedRecording recording = ((Drive.Take) performance.drive()).recording();
        assertThat(recording.frameRate()).isEqualTo(new FrameRate(30, 1));
        assertThat(recording.durationUs()).isCloseTo(4_000_000, offset(33_334L));
        assertThat(performance.sound().durationUs()).isCloseTo(4_000_000, offset(33_334L));
    }

    private void self(int frames) {
        tracker.see(Faces.oneShot(frames, Faces.track(Faces.shot(0, 0, frames - 1), Faces.SELF)));
    }

    private PerformanceRow take(byte[] video) throws Exception {
        return prepared(asked("take", "").part("take", video));
    }
}
