package studio.selfsame.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RecordingLimitsTest {
    private static final RecordingSettings SETTINGS = new RecordingSettings(3, 300, 10, 240);

    @Test
    void check_everythingWrong_namesAllOfIt() {
        assertThat(RecordingLimits.check(new Clip(2, 320, 180, 1), SETTINGS))
                .extracting(RecordingOutcome.Reason::cause)
                .containsExactly(
                        "The video is 2.0 s long; at least 3.0 s are needed.",
                        "The video has 1.0 pictures per second; at least 10 are needed to follow a mouth.",
                        "The picture is 180 pixels high; at least 240 are needed.");
    }

    @Test
    void check_tooLong_saysFromWhichFrame() {
        assertThat(RecordingLimits.check(new Clip(301, 1280, 720, 30), SETTINGS))
                .singleElement()
                .satisfies(reason -> {
                    assertThat(reason.code()).isEqualTo(RecordingLimits.TOO_LONG);
                    assertThat(reason.frame()).isEqualTo(9_000);
                });
    }

    @Test
    void check_atEveryLimit_isFine() {
        assertThat(RecordingLimits.check(new Clip(3, 320, 240, 10), SETTINGS)).isEmpty();
        assertThat(RecordingLimits.check(new Clip(300, 321, 241, 60), SETTINGS)).isEmpty();
    }
}
