package studio.selfsame.sealing;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who answers for what this studio makes.
 *
 * @param name of the provider, or the code that it was registered under; stands in the metadata {@code AIGC} (GB 45438-2025) of
 *     what is meant for China
 */
@ConfigurationProperties("selfsame.producer")
record ProducerSettings(
        @DefaultValue(RenderManifest.PRODUCT) String name) {
    ProducerSettings {
        if (name.isBlank() || name.length() > 200 || name.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("selfsame.producer.name must have 1 to 200 characters, in one line");
        }
    }
}
