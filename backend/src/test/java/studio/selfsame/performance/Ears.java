package studio.selfsame.performance;

import java.util.List;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import studio.selfsame.speech.Phone;
import studio.selfsame.speech.PhonemeTimeline;

/** Hears a single vowel in whatever is played to it. */
@TestConfiguration(proxyBeanMethods = false)
class Ears {
    @Bean
    @Primary
    PhoneListener ears() {
        return sound -> new PhonemeTimeline(List.of(new Phone("aa", 0, sound.durationUs())), List.of());
    }
}
