package studio.selfsame.sealing;

import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Whom alerts are told besides the page.
 *
 * @param url that every alert is posted to as JSON; {@code https}, or {@code http} on this machine; nobody is called when absent
 */
@ConfigurationProperties("selfsame.alerts")
record AlertSettings(@Nullable URI url) {
    private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "[::1]");

    AlertSettings {
        if (url != null && !isSafe(url)) {
            throw new IllegalArgumentException(
                    "selfsame.alerts.url must begin with https://, or with http:// on this machine");
        }
    }

    private static boolean isSafe(URI url) {
        return url.getHost() != null
                && ("https".equals(url.getScheme()) || "http".equals(url.getScheme()) && HERE.contains(url.getHost()));
    }

    /** Without the address, which may hold a secret. */
    @Override
    public String toString() {
        return "AlertSettings[" + (url == null ? "nobody" : url.getHost()) + "]";
    }
}
