package studio.selfsame.host;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * A Postgres 18 of the operator's own, {@code selfsame.database.*}. Without {@code url} the embedded one is used.
 *
 * @param url {@code jdbc:postgresql://…}
 */
@ConfigurationProperties("selfsame.database")
record DatabaseSettings(
        @Nullable String url,
        @DefaultValue("selfsame") String username,
        @DefaultValue("") String password) {
    @Override
    public String toString() {
        return "DatabaseSettings[" + url + "]";
    }
}
