package studio.selfsame.audit;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param origin the log's name in its checkpoints, a URL without scheme that is nobody else's, without spaces and plus
 *     signs
 * @param checkpointEvery a checkpoint is signed and kept at most so often, and only when the tree grew; 1 s to 1 d
 * @param witnesses who is asked to sign each checkpoint too
 */
@Validated
@ConfigurationProperties("selfsame.audit")
record AuditProperties(
        @NotNull @Pattern(regexp = "[^\\s+]+") @DefaultValue("selfsame.studio/audit")
        String origin,

        @NotNull @DefaultValue("PT1M") @DurationMin(seconds = 1) @DurationMax(days = 1)
        Duration checkpointEvery,

        @DefaultValue List<WitnessProperties> witnesses) {
    /**
     * @param url submission prefix, http or https; {@code /add-checkpoint} is put behind it
     * @param key the witness's verifier key, {@code NAME+ID+KEY}
     */
    record WitnessProperties(URI url, String key) {
        WitnessProperties {
            witness(url, key);
        }

        Witness witness() {
            return witness(url, key);
        }

        @SuppressWarnings("ConstantValue") // what is not set is null, whatever the type says
        private static Witness witness(URI url, String key) {
            if (url == null || key == null) {
                throw new IllegalArgumentException(
                        "selfsame.audit.witnesses[].url and selfsame.audit.witnesses[].key must both be given");
            }
            if (!List.of("http", "https").contains(String.valueOf(url.getScheme()))
                    || url.getHost() == null
                    || url.getQuery() != null
                    || url.getFragment() != null
                    || url.getUserInfo() != null) {
                throw new IllegalArgumentException("selfsame.audit.witnesses[].url is an http or https address"
                        + " without user, query and fragment, and `" + url + "` is not");
            }
            try {
                return new Witness(url, VerifierKey.parse(key, VerifierKey.Kind.WITNESS));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("selfsame.audit.witnesses[].key: " + e.getMessage(), e);
            }
        }
    }

    List<Witness> witnessesKnown() {
        return witnesses.stream().map(WitnessProperties::witness).toList();
    }
}
