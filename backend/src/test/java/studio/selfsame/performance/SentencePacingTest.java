package studio.selfsame.performance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.selfsame.media.AudioSamples;
import studio.selfsame.media.FrameRate;
import studio.selfsame.speech.Phone;
import studio.selfsame.speech.PhonemeTimeline;
import studio.selfsame.speech.PhonemeTimeline.Word;
import studio.selfsame.speech.Utterance;

class SentencePacingTest {
    private static final int RATE_HZ = 16_000;
    private static final FrameRate PAL = new FrameRate(25, 1);

    @ParameterizedTest
    @CsvSource({"25,1", "30000,1001", "30,1", "50,1", "60000,1001"})
    void pace_twoSentences_breaksOnAFrameAndEndsOnOne(int numerator, int denominator) {
        FrameRate rate = new FrameRate(numerator, denominator);
        PacedUtterance paced = SentencePacing.pace(spoken(5_000, 7_777), "One. Two!", rate);
        assertThat(paced.breaksUs()).hasSize(1);
        long frame = Math.round(paced.breaksUs().getFirst() * rate.perSecond() / 1e6);
        assertThat(paced.breaksUs().getFirst()).isEqualTo(rate.timeUs(frame));
        double frames = paced.utterance().audio().durationUs() * rate.perSecond() / 1e6;
        assertThat(Math.abs(frames - Math.rint(frames))).isLessThan(0.01);
        List<Phone> phones = paced.utterance().timeline().phones();
        assertThat(phones.getFirst().startUs()).isZero();
        for (int i = 1; i < phones.size(); i++) {
            assertThat(phones.get(i).startUs()).isEqualTo(phones.get(i - 1).endUs());
        }
        assertThat(phones.getLast().endUs()).isEqualTo(paced.utterance().audio().durationUs());
    }

    @Test
    void pace_firstSentenceChanged_leavesTheSecondAsItWas() {
        PacedUtterance before = SentencePacing.pace(spoken(5_000, 7_777), "One. Two!", PAL);
        PacedUtterance after = SentencePacing.pace(spoken(17_345, 7_777), "One. Two!", PAL);
        assertThat(after.breaksUs()).isNotEqualTo(before.breaksUs());
        assertThat(secondPhones(after)).isEqualTo(secondPhones(before)).hasSizeGreaterThan(1);
        assertThat(secondSamples(after)).isEqualTo(secondSamples(before));
        assertThat(before.utterance().timeline().words().getLast().startUs()
                        - before.breaksUs().getFirst())
                .as("the mouth opens before it sounds")
                .isEqualTo(200_000);
    }

    @Test
    void pace_pausesThatEndNoSentence_breakNothing() {
        assertThat(SentencePacing.pace(spoken(5_000, 7_777), "One, Two", PAL).breaksUs())
                .isEmpty();
        assertThat(SentencePacing.pace(spoken(5_000, 7_777), "something else", PAL)
                        .breaksUs())
                .isEmpty();
    }

    @Test
    void pace_paragraph_breaks() {
        assertThat(SentencePacing.pace(spoken(5_000, 7_777), "One\n\nTwo", PAL).breaksUs())
                .hasSize(1);
    }

    /** Pause, one word, pause of 0.4 s, another word, pause; lengths in samples; every sample its own number in its part. */
    private static Utterance spoken(int first, int second) {
        int[] ends = new int[5];
        int[] lengths = {4_800, first, 6_400, second, 1_600};
        float[] samples = new float[Arrays.stream(lengths).sum()];
        int at = 0;
        for (int part = 0; part < lengths.length; part++) {
            for (int i = 0; i < lengths[part]; i++) {
                samples[at++] = part % 2 == 0 ? 0 : (i + 1) / 20_000f;
            }
            ends[part] = at;
        }
        List<Phone> phones = new ArrayList<>();
        for (int part = 0; part < lengths.length; part++) {
            phones.add(new Phone(
                    part % 2 == 0 ? "pau" : "aa", part == 0 ? 0 : timeUs(ends[part - 1]), timeUs(ends[part])));
        }
        List<Word> words = List.of(
                new Word("One", timeUs(ends[0]), timeUs(ends[1])), new Word("Two", timeUs(ends[2]), timeUs(ends[3])));
        return new Utterance(new AudioSamples(RATE_HZ, 1, samples), new PhonemeTimeline(phones, words));
    }

    private static long timeUs(int sample) {
        return sample * 1_000_000L / RATE_HZ;
    }

    private static List<Phone> secondPhones(PacedUtterance paced) {
        long from = paced.breaksUs().getFirst();
        return paced.utterance().timeline().phones().stream()
                .filter(phone -> phone.startUs() >= from)
                .map(phone -> new Phone(phone.symbol(), phone.startUs() - from, phone.endUs() - from))
                .toList();
    }

    private static float[] secondSamples(PacedUtterance paced) {
        float[] all = paced.utterance().audio().interleaved();
        return Arrays.copyOfRange(all, (int) (paced.breaksUs().getFirst() * RATE_HZ / 1_000_000), all.length);
    }
}
