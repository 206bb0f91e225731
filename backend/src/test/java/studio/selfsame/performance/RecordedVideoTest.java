package studio.selfsame.performance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import studio.selfsame.enrolment.Faces;
import studio.selfsame.enrolment.FootageScreen;
import studio.selfsame.enrolment.RecordingVerified;
import studio.selfsame.likeness.Drive;
import studio.selfsame.performance.PerformanceRow.State;

/** Takes, and videos that new words are drawn into, become performances, or are refused with every reason. */
class RecordedVideoTest extends SentRecordings {
    @Test
    void take_ofTheSamePerson_isFollowedAndHeard() throws Exception {
        see(Faces.SELF);
        PerformanceRow row = prepared(asked("take", "").part("take", Uploads.footage("ada_4s.mp4")));
        assertThat(row.state()).isEqualTo(State.READY);
        Performance performance = performances.load(row.id()).orElseThrow();
        Drive.Take drive = (Drive.Take) performance.drive();
        assertThat(drive.durationUs()).isEqualTo(4_000_000);
        assertThat(drive.recording().person()).isEqualTo(author);
        assertThat(performance.material().take()).contains(drive.recording());
        assertThat(performance.material().plates()).isEmpty();
        assertThat(performance.sound().durationUs()).isEqualTo(4_000_000);
        assertThat(heard.of(RecordingVerified.class, row.id().value())).hasSize(1);
        assertThat(recordings.takesOf(likeness))
                .singleElement()
                .satisfies(take -> assertThat(take.id()).isEqualTo(row.recording()))
                .satisfies(take -> assertThat(take.seconds()).isEqualTo(4));
    }

    @Test
    void take_ofAStrangerAndWithoutSound_isRefusedForBothWithTheFrame() throws Exception {
        tracker.see(Faces.oneShot(
                250,
                Faces.track(Faces.shot(0, 0, 99), Faces.SELF),
                Faces.track(Faces.shot(0, 100, 249), Faces.STRANGER)));
        PerformanceRow row = prepared(asked("take", "").part("take", Uploads.footage("ten-seconds.mp4")));
        assertRefused(row, "another-person", "no-sound");
        assertThat(row.reasons().getFirst().frame()).isEqualTo(100);
        assertThat(row.reasons().getFirst().text()).endsWith("It begins with frame 100.");
    }

    @Test
    void recording_madeByAi_isRefusedUnseenWithWhateverElseIsAgainstIt() throws Exception {
        see(Faces.STRANGER);
        screen.object(new FootageScreen.Objection("made-by-ai", "Its credentials say so.", "Bring another."));
        try {
            PerformanceRow relip = prepared(asked("relip", ",\"voice\":\"own\"")
                    .part("video", Uploads.footage("bo_2s.mp4"))
                    .part("sound", Uploads.wav(2, 16_000, 1, 0.5)));
            assertRefused(relip, "too-short", "made-by-ai", "sound-too-short");
            assertRefused(prepared(asked("take", "").part("take", Uploads.footage("ada_4s.mp4"))), "made-by-ai");
        } finally {
            screen.object();
        }
    }

    @Test
    void relip_scripted_isDrawnIntoTheVideoFrameForFrame() throws Exception {
        tracker.see(Faces.oneShot(
                250,
                Faces.track(Faces.shot(0, 0, 249), Faces.SELF),
                Faces.track(Faces.shot(0, 0, 249), Faces.STRANGER)));
        PerformanceRow row = prepared(
                asked("relip", ",\"script\":\"Nothing of this was ever said in front of a camera, not even once.\"")
                        .part("video", Uploads.footage("ten-seconds.mp4")));
        assertThat(row.problem()).isNull();
        Performance performance = performances.load(row.id()).orElseThrow();
        assertThat(performance.kind().isAltered()).isTrue();
        assertThat(performance.synthesizer()).isEqualTo("marytts-hsmm");
        assertThat(performance.durationUs()).as("plays on").isEqualTo(10_000_000);
        assertThat(performance.material().plates().orElseThrow().durationUs()).isEqualTo(10_000_000);
        Drive.Speech drive = (Drive.Speech) performance.drive();
        assertThat(drive.timeline().phones().getLast().symbol()).isEqualTo("pau");
        assertThat(performances.material(row.id()).orElseThrow().plates()).isPresent();
        assertThat(recordings.takesOf(likeness)).isEmpty();
    }

    @Test
    void relip_soundLongerThanTheVideoOfAnotherPerson_isRefusedNamingBothLengths() throws Exception {
        see(Faces.SELF);
        PerformanceRow longer = prepared(asked("relip", ",\"voice\":\"own\"")
                .part("video", Uploads.footage("ada_4s.mp4"))
                .part("sound", Uploads.wav(6, 16_000, 1, 0.5)));
        assertRefused(longer, "sound-longer-than-video");
        assertThat(longer.reasons().getFirst().text()).isEqualTo("The new words last 6.0 s, the video only 4.0 s.");
        see(Faces.STRANGER);
        assertRefused(
                prepared(asked("relip", ",\"voice\":\"own\"")
                        .part("video", Uploads.footage("ada_4s.mp4"))
                        .part("sound", Uploads.wav(2, 16_000, 1, 0.5))),
                "not-in-it",
                "sound-too-short");
    }
}
