package studio.selfsame.performance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import studio.selfsame.media.AudioSamples;
import studio.selfsame.speech.Phone;
import studio.selfsame.speech.PhoneRecognizer;
import studio.selfsame.speech.PhonemeTimeline;

/** Hears a single vowel in whatever is played to it as a recogniser wants it. */
@TestConfiguration(proxyBeanMethods = false)
class Ears {
    @Bean
    @Primary
    PhoneRecognizer ears() {
        return new OneVowel();
    }

    private static final class OneVowel implements PhoneRecognizer {
        @Override
        public String name() {
            return "one-vowel";
        }

        @Override
        public PhonemeTimeline recognise(AudioSamples sound) {
            assertThat(sound.sampleRateHz()).isEqualTo(SAMPLE_RATE_HZ);
            assertThat(sound.channels()).isEqualTo(1);
            return new PhonemeTimeline(List.of(new Phone("aa", 0, sound.durationUs())), List.of());
        }
    }
}
