package studio.selfsame.performance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import studio.selfsame.media.AudioSamples;
import studio.selfsame.speech.Phone;
import studio.selfsame.speech.PhonemeTimeline;
import studio.selfsame.speech.Utterance;

class SoundFittingTest {
    private static final long SECOND = 1_000_000;

    @Test
    void against_longerAndTooShort_namesBothLengths() {
        assertThat(SoundFitting.against(12_300_000, 10 * SECOND))
                .extracting(Reason::text)
                .containsExactly("The new words last 12.3 s, the video only 10.0 s.");
        assertThat(SoundFitting.against(2 * SECOND, SECOND))
                .extracting(Reason::code)
                .containsExactly("sound-longer-than-video", "sound-too-short");
        assertThat(SoundFitting.against(10 * SECOND + 90_000, 10 * SECOND)).isEmpty();
    }

    @Test
    void fit_shorterWordsPlayingOn_endsInAPauseWithTheVideo() {
        PacedUtterance fitted = SoundFitting.fit(words(4), 10 * SECOND, Rest.PLAY_ON);
        assertThat(fitted.utterance().audio().durationUs()).isEqualTo(10 * SECOND);
        assertThat(fitted.utterance().audio().channels()).isEqualTo(2);
        assertThat(fitted.utterance().audio().interleaved()[2 * 4 * 8_000]).isZero();
        assertThat(fitted.utterance().timeline().phones())
                .containsExactly(new Phone("aa", 0, 4 * SECOND), new Phone("pau", 4 * SECOND, 10 * SECOND));
        assertThat(fitted.breaksUs()).containsExactly(2 * SECOND);
    }

    @Test
    void fit_shorterWordsCutting_staysAsItIs() {
        assertThat(SoundFitting.fit(words(4), 10 * SECOND, Rest.CUT)
                        .utterance()
                        .audio()
                        .durationUs())
                .isEqualTo(4 * SECOND);
    }

    @Test
    void fit_wordsALittleLonger_endWithTheVideo() {
        for (Rest rest : Rest.values()) {
            PacedUtterance fitted = SoundFitting.fit(words(4), 3_950_000, rest);
            assertThat(fitted.utterance().audio().durationUs()).isEqualTo(3_950_000);
            assertThat(fitted.utterance().timeline().phones()).containsExactly(new Phone("aa", 0, 3_950_000));
        }
    }

    private static PacedUtterance words(int seconds) {
        float[] samples = new float[seconds * 8_000 * 2];
        java.util.Arrays.fill(samples, 0.5f);
        return new PacedUtterance(
                new Utterance(
                        new AudioSamples(8_000, 2, samples),
                        new PhonemeTimeline(List.of(new Phone("aa", 0, seconds * SECOND)), List.of())),
                List.of(2 * SECOND));
    }
}
