package studio.selfsame.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.jwt;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.junit.jupiter.api.Test;
import studio.selfsame.likeness.Drive;
import studio.selfsame.performance.PerformanceRow.State;

/** Sounds become performances, or are refused with every reason and nothing of them is kept. */
class RecordedSoundTest extends SentRecordings {
    @Test
    void sound_ofAVideo_isListenedToAndKeptAsItWas() throws Exception {
        PerformanceRow row = prepared(sound("own").part("sound", Uploads.footage("ada_4s.mp4")));
        assertThat(row.state()).isEqualTo(State.READY);
        Performance performance = performances.load(row.id()).orElseThrow();
        assertThat(performance.kind()).isEqualTo(PerformanceKind.SOUND);
        assertThat(performance.synthesizer()).isEqualTo(Performance.RECORDED);
        assertThat(performance.sound().sampleRateHz()).isEqualTo(48_000);
        Drive.Speech drive = (Drive.Speech) performance.drive();
        assertThat(drive.ownVoice()).isTrue();
        assertThat(drive.timeline().phones())
                .singleElement()
                .satisfies(phone -> assertThat(phone.symbol()).isEqualTo("aa"));
        assertThat(heard.of(PerformancePrepared.class, row.id().value()))
                .singleElement()
                .satisfies(prepared -> assertThat(prepared.facts()).containsEntry("voice", "own"));
    }

    @Test
    void sound_inStereo_isHeardInStereoAndFollowedInMono() throws Exception {
        PerformanceRow row = prepared(sound("other").part("sound", Uploads.wav(4, 44_100, 2, 0.5)));
        Performance performance = performances.load(row.id()).orElseThrow();
        assertThat(performance.sound().channels()).isEqualTo(2);
        assertThat(performance.sound().sampleRateHz()).isEqualTo(44_100);
        Drive.Speech drive = (Drive.Speech) performance.drive();
        assertThat(drive.sound().channels()).isEqualTo(1);
        assertThat(drive.ownVoice()).isFalse();
        assertThat(drive.durationUs()).isEqualTo(4_000_000);
    }

    @Test
    void sound_silentAndTooShort_isRefusedForBothAndNotKept() throws Exception {
        PerformanceRow row = prepared(sound("own").part("sound", Uploads.wav(2, 16_000, 1, 0.0001)));
        assertRefused(row, "sound-too-short", "silent");
        http.perform(get("/api/performances/" + row.id().value()).with(jwt()))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.state").value("refused"))
                .andExpect(jsonPath("$.kind").value("sound"))
                .andExpect(jsonPath("$.reasons[1].code").value("silent"))
                .andExpect(jsonPath("$.problem.consequence")
                        .value("Nothing was prepared, and nothing of what you sent was kept."));
    }

    @Test
    void sound_thatIsNoneOrNoEnd_isRefused() throws Exception {
        assertRefused(prepared(sound("own").part("sound", Uploads.wav(301, 8_000, 1, 0))), "sound-too-long");
        assertRefused(prepared(sound("own").part("sound", Uploads.footage("ten-seconds.mp4"))), "no-sound");
        assertRefused(prepared(sound("own").part("sound", new byte[5_000])), "unreadable");
    }
}
