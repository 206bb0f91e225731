package studio.selfsame.identity;

import java.net.URI;

/**
 * The Keycloak realm in which people sign in.
 *
 * @param issuer e.g. {@code http://localhost:8081/realms/selfsame}
 * @param clientId the studio's confidential client
 */
public record SignInRealm(URI issuer, String clientId, String clientSecret) {
    /** Address of one of the realm's OpenID Connect endpoints, e.g. {@code auth}. */
    String endpoint(String name) {
        return issuer + "/protocol/openid-connect/" + name;
    }

    /** Scheme, host and port of the issuer. */
    String origin() {
        return issuer.getScheme() + "://" + issuer.getRawAuthority();
    }

    @Override
    public String toString() {
        return "SignInRealm[" + issuer + "]";
    }
}
