package studio.selfsame.host;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import studio.selfsame.identity.Person.Role;
import tools.jackson.databind.node.ObjectNode;

/** Keycloak's admin REST API, as far as the studio needs it: its realm, its clients' addresses, accounts. */
public final class KeycloakAdmin {
    private static final String REALM = "/admin/realms/selfsame";
    private static final ParameterizedTypeReference<Map<String, Object>> OBJECT = new ParameterizedTypeReference<>() {};
    private static final ParameterizedTypeReference<List<Map<String, Object>>> OBJECTS =
            new ParameterizedTypeReference<>() {};

    private final RestClient http;
    private final String password;

    KeycloakAdmin(URI keycloak, String password) {
        this.http = RestClient.create(keycloak);
        this.password = password;
    }

    /**
     * Makes an account that can sign in at once; every account is a creator.
     *
     * @param password at least 12 characters
     * @param roles roles beside creator
     * @return the account's {@code sub}
     * @throws HttpClientErrorException.Conflict if the name is taken
     */
    public String createAccount(String username, String password, Set<Role> roles) {
        var token = token();
        var location = http.post()
                .uri(REALM + "/users")
                .headers(headers -> headers.setBearerAuth(token))
                .body(Map.of(
                        "username",
                        username,
                        "enabled",
                        true,
                        "credentials",
                        List.of(Map.of("type", "password", "value", password, "temporary", false))))
                .retrieve()
                .toBodilessEntity()
                .getHeaders()
                .getLocation();
        if (location == null) {
            throw new IllegalStateException("Keycloak did not say which account it made");
        }
        var id = location.getPath().replaceAll(".*/", "");
        var granted = roles.stream().map(role -> role(role, token)).toList();
        http.post()
                .uri(REALM + "/users/{id}/role-mappings/realm", id)
                .headers(headers -> headers.setBearerAuth(token))
                .body(granted)
                .retrieve()
                .toBodilessEntity();
        return id;
    }

    boolean hasRealm() {
        try {
            http.get()
                    .uri(REALM)
                    .headers(headers -> headers.setBearerAuth(token()))
                    .retrieve()
                    .toBodilessEntity();
            return true;
        } catch (HttpClientErrorException.NotFound e) {
            return false;
        }
    }

    void createRealm(ObjectNode realm) {
        http.post()
                .uri("/admin/realms")
                .headers(headers -> headers.setBearerAuth(token()))
                .contentType(MediaType.APPLICATION_JSON)
                .body(realm.toString())
                .retrieve()
                .toBodilessEntity();
    }

    /** Where the studio's client may be sent back to; the studio's port can change from one start to the next. */
    void setStudioClient(String secret, List<String> redirectUris, String afterLogout) {
        var token = token();
        var found = http.get()
                .uri(REALM + "/clients?clientId=studio")
                .headers(headers -> headers.setBearerAuth(token))
                .retrieve()
                .body(OBJECTS);
        if (found == null || found.size() != 1) {
            throw new IllegalStateException("Keycloak's realm has no client `studio`");
        }
        var client = found.getFirst();
        client.put("secret", secret);
        client.put("redirectUris", redirectUris);
        client.put(
                "attributes", Map.of("pkce.code.challenge.method", "S256", "post.logout.redirect.uris", afterLogout));
        http.put()
                .uri(REALM + "/clients/{id}", client.get("id"))
                .headers(headers -> headers.setBearerAuth(token))
                .body(client)
                .retrieve()
                .toBodilessEntity();
    }

    /** Whether it answers at all: it does so only when it is ready. */
    boolean answers() {
        try {
            return http.get()
                    .uri("/realms/master")
                    .retrieve()
                    .toBodilessEntity()
                    .getStatusCode()
                    .isSameCodeAs(HttpStatus.OK);
        } catch (RestClientException e) {
            return false;
        }
    }

    private Map<String, Object> role(Role role, String token) {
        var found = http.get()
                .uri(REALM + "/roles/{name}", role.name().toLowerCase(Locale.ROOT))
                .headers(headers -> headers.setBearerAuth(token))
                .retrieve()
                .body(OBJECT);
        return found == null ? Map.of() : found;
    }

    private String token() {
        var form = new LinkedMultiValueMap<String, String>();
        form.add("grant_type", "password");
        form.add("client_id", "admin-cli");
        form.add("username", EmbeddedKeycloak.ADMIN);
        form.add("password", password);
        var answer = http.post()
                .uri("/realms/master/protocol/openid-connect/token")
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .body(form)
                .retrieve()
                .body(OBJECT);
        if (answer == null || !(answer.get("access_token") instanceof String token)) {
            throw new IllegalStateException("Keycloak gave its administrator no token");
        }
        return token;
    }

    @Override
    public String toString() {
        return "KeycloakAdmin[selfsame]";
    }
}
