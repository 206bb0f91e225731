package studio.selfsame.identity;

import java.util.List;
import java.util.Map;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/** Keycloak's realm as Spring Security sees it. Nothing here asks the realm before the first sign-in. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class RealmConfiguration {
    /** Whom our access tokens are for; the realm puts it into tokens of the studio's own clients only. */
    static final String AUDIENCE = "selfsame";

    static final String REGISTRATION = "keycloak";

    @Bean
    ClientRegistrationRepository clientRegistrations(SignInRealm realm) {
        return new InMemoryClientRegistrationRepository(ClientRegistration.withRegistrationId(REGISTRATION)
                .clientId(realm.clientId())
                .clientSecret(realm.clientSecret())
                .clientName("Selfsame")
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri("{baseUrl}/login/oauth2/code/{registrationId}")
                .scope(List.of("openid"))
                .issuerUri(realm.issuer().toString())
                .authorizationUri(realm.endpoint("auth"))
                .tokenUri(realm.endpoint("token"))
                .jwkSetUri(realm.endpoint("certs"))
                .userNameAttributeName("sub")
                .providerConfigurationMetadata(Map.of("end_session_endpoint", realm.endpoint("logout")))
                .build());
    }

    @Bean
    JwtDecoder jwtDecoder(SignInRealm realm) {
        var decoder = NimbusJwtDecoder.withJwkSetUri(realm.endpoint("certs")).build();
        OAuth2TokenValidator<Jwt> audience = new JwtClaimValidator<List<String>>(
                JwtClaimNames.AUD, found -> found != null && found.contains(AUDIENCE));
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                JwtValidators.createDefaultWithIssuer(realm.issuer().toString()), audience));
        return decoder;
    }
}
