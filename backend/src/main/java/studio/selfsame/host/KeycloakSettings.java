package studio.selfsame.host;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * A Keycloak realm of the operator's own, {@code selfsame.keycloak.*}. Without {@code issuer} the embedded one is used.
 *
 * @param issuer e.g. {@code https://id.example.org/realms/selfsame}
 */
@ConfigurationProperties("selfsame.keycloak")
record KeycloakSettings(
        @Nullable URI issuer,
        @DefaultValue("studio") String clientId,
        @DefaultValue("") String clientSecret) {
    @Override
    public String toString() {
        return "KeycloakSettings[" + issuer + "]";
    }
}
