package studio.selfsame.speech;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Keys {@code selfsame.speech.*}.
 *
 * @param synthesizer name of the engine that speaks, one of those that {@link Synthesizers#names} lists
 * @param maxCharacters longest text that is spoken at once, 1..20000
 */
@Validated
@ConfigurationProperties("selfsame.speech")
record SpeechSettings(
        @DefaultValue("marytts-hsmm") @NotBlank String synthesizer,
        @DefaultValue("5000") @Min(1) @Max(20_000) int maxCharacters) {}
