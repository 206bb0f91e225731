package studio.selfsame.identity;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Whose passkeys are asked for, and on which pages. Passkeys belong to the relying party for ever: with another one, all
 * that were registered are useless.
 *
 * @param relyingParty the domain name that people see in their browser, or one above it; no IP address, scheme or port
 * @param origins scheme, host and port of each page that may ask, e.g. {@code https://studio.example}; http only on
 *     localhost; each host is the relying party or below it
 */
@Validated
@ConfigurationProperties("selfsame.identity.passkeys")
record PasskeySettings(
        @NotNull @DefaultValue("localhost") String relyingParty,
        @NotEmpty Set<String> origins) {
    private static final String LABEL = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?";
    private static final String DOMAIN = LABEL + "(?:\\." + LABEL + ")*";
    private static final String LOCALHOST = "localhost";

    PasskeySettings {
        // no domain name ends in a number; an IPv4 address does
        if (!relyingParty.matches(DOMAIN) || relyingParty.matches("(?:.*\\.)?\\d+")) {
            throw new IllegalArgumentException(
                    "selfsame.identity.passkeys.relying-party is a domain name in lower case,"
                            + " without scheme and port and no IP address, and `" + relyingParty + "` is not");
        }
        for (var origin : origins) {
            requireOriginOf(relyingParty, origin);
        }
        origins = Set.copyOf(origins);
    }

    /** Where to go with a browser that is somewhere else. */
    String anOrigin() {
        return origins.stream().sorted().findFirst().orElseThrow();
    }

    private static void requireOriginOf(String relyingParty, String origin) {
        var host = host(origin);
        if (!host.equals(relyingParty) && !host.endsWith("." + relyingParty)) {
            throw new IllegalArgumentException("selfsame.identity.passkeys.origins: `" + origin
                    + "` is not on the relying party `" + relyingParty + "` or below it");
        }
    }

    private static String host(String origin) {
        try {
            var uri = new URI(origin);
            var host = String.valueOf(uri.getHost());
            var port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
            var secure = "https".equals(uri.getScheme());
            var local = host.equals(LOCALHOST) || host.endsWith("." + LOCALHOST);
            if ((secure || ("http".equals(uri.getScheme()) && local))
                    && host.matches(DOMAIN)
                    && origin.equals(uri.getScheme() + "://" + host + port)) {
                return host;
            }
        } catch (URISyntaxException e) {
            throw unusable(origin, e);
        }
        throw unusable(origin, null);
    }

    private static IllegalArgumentException unusable(String origin, @Nullable Exception reason) {
        return new IllegalArgumentException(
                "selfsame.identity.passkeys.origins are https://HOST or https://HOST:PORT in lower case, or http on"
                        + " localhost, and `" + origin + "` is not",
                reason);
    }
}
