package studio.selfsame.consent;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * All that can be configured about consent. Whether it is checked is not among it.
 *
 * @param authorizationValidity how long an authorization lasts before the work must ask anew; 1 minute to 24 hours
 */
@Validated
@ConfigurationProperties("selfsame.consent")
record ConsentSettings(
        @NotNull @DefaultValue("6h")
        @DurationMin(minutes = 1, message = "must be from 1m to 24h")
        @DurationMax(hours = 24, message = "must be from 1m to 24h")
        Duration authorizationValidity) {}
