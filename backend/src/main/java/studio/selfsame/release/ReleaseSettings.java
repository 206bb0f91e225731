package studio.selfsame.release;

import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What can be configured about releases.
 *
 * @param invitationValidity how long the link to a release is good; 1 hour to 90 days
 * @param seal PKCS#12 file with the key that signed releases are sealed with, and its chain; an own authority is made on
 *     first use when absent
 * @param sealPassword of that file; best given in the environment ({@code SELFSAME_RELEASE_SEALPASSWORD})
 * @param timeStamps an RFC 3161 service whose time stamps the seals carry; they carry none when absent
 */
@Validated
@ConfigurationProperties("selfsame.release")
record ReleaseSettings(
        @NotNull @DefaultValue("14d")
        @DurationMin(hours = 1, message = "must be from 1h to 90d")
        @DurationMax(days = 90, message = "must be from 1h to 90d")
        Duration invitationValidity,

        @Nullable Path seal,
        @Nullable String sealPassword,
        @Nullable URI timeStamps) {
    ReleaseSettings {
        if ((seal == null) != (sealPassword == null)) {
            throw new IllegalArgumentException(
                    "selfsame.release.seal and selfsame.release.seal-password must be given together or not at all");
        }
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "ReleaseSettings[invitationValidity=" + invitationValidity + ", seal=" + seal + ", timeStamps="
                + timeStamps + "]";
    }
}
