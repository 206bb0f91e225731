package studio.selfsame.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.mapping.GrantedAuthoritiesMapper;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.core.oidc.user.OidcUserAuthority;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationConverter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfTokenRequestAttributeHandler;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** Who may knock at which door: bearer tokens for programs, a session (code flow with PKCE) for the browser. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class SecurityConfiguration {
    /** For strangers and their programs: without account, cookie and token. */
    private static final String[] INSPECTIONS = {"/api/inspections/**", "/inspect", "/matches/byBinding"};

    private static final String[] PUBLIC_READS = {
        "/api/outputs/{outputId}", "/api/trust/**", "/api/audit/**", "/api/consent-texts/**", "/v3/api-docs/**"
    };
    /** Signing out is a form that ends at the realm: the one other origin that the page may reach. */
    private static final String CONTENT_POLICY = "default-src 'self'; img-src 'self' data: blob:; "
            + "media-src 'self' blob:; object-src 'none'; base-uri 'none'; form-action 'self' %s; frame-ancestors 'none'";

    @Bean
    SecurityFilterChain studioDoors(
            HttpSecurity http, Doorkeeper doorkeeper, SignInRealm realm, ClientRegistrationRepository registrations) {
        http.authorizeHttpRequests(requests -> requests.requestMatchers(INSPECTIONS)
                .permitAll()
                .requestMatchers(HttpMethod.GET, PUBLIC_READS)
                .permitAll()
                .requestMatchers(HttpMethod.GET, "/actuator/health")
                .permitAll()
                .requestMatchers(HttpMethod.GET, "/actuator/prometheus")
                .access(operatorOrThisMachine())
                .requestMatchers("/actuator/**", "/v3/**")
                .denyAll()
                .requestMatchers("/api/**")
                .authenticated()
                .requestMatchers(HttpMethod.GET, "/**")
                .permitAll()
                .anyRequest()
                .authenticated());
        http.oauth2ResourceServer(server -> server.jwt(jwt -> jwt.jwtAuthenticationConverter(bearerConverter()))
                .authenticationEntryPoint(doorkeeper)
                .accessDeniedHandler(doorkeeper));
        http.oauth2Login(login -> login.loginPage("/oauth2/authorization/" + RealmConfiguration.REGISTRATION)
                .defaultSuccessUrl("/", true)
                .userInfoEndpoint(user -> user.userAuthoritiesMapper(sessionAuthorities())));
        http.logout(logout -> logout.logoutUrl("/logout").logoutSuccessHandler(realmLogout(registrations)));
        http.csrf(csrf -> csrf.csrfTokenRepository(CookieCsrfTokenRepository.withHttpOnlyFalse())
                .csrfTokenRequestHandler(cookieFromTheFirstAnswer())
                .ignoringRequestMatchers(INSPECTIONS));
        http.exceptionHandling(
                handling -> handling.authenticationEntryPoint(doorkeeper).accessDeniedHandler(doorkeeper));
        http.headers(headers -> headers.contentSecurityPolicy(
                        policy -> policy.policyDirectives(CONTENT_POLICY.formatted(realm.origin())))
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
                .permissionsPolicyHeader(
                        policy -> policy.policy("camera=(self), microphone=(self), geolocation=(), payment=(), "
                                + "publickey-credentials-create=(self), publickey-credentials-get=(self)")));
        return http.build();
    }

    /** The token is never written into a page, only into a cookie, so it needs no mask against compression attacks. */
    private static CsrfTokenRequestAttributeHandler cookieFromTheFirstAnswer() {
        var handler = new CsrfTokenRequestAttributeHandler();
        handler.setCsrfRequestAttributeName(null);
        return handler;
    }

    private static LogoutSuccessHandler realmLogout(ClientRegistrationRepository registrations) {
        var handler = new OidcClientInitiatedLogoutSuccessHandler(registrations);
        handler.setPostLogoutRedirectUri("{baseUrl}/");
        return handler;
    }

    private static JwtAuthenticationConverter bearerConverter() {
        var converter = new JwtAuthenticationConverter();
        converter.setJwtGrantedAuthoritiesConverter(Claims::authorities);
        return converter;
    }

    private static GrantedAuthoritiesMapper sessionAuthorities() {
        return authorities ->
                authorities.stream().flatMap(SecurityConfiguration::roles).collect(Collectors.toUnmodifiableSet());
    }

    private static Stream<GrantedAuthority> roles(GrantedAuthority authority) {
        return authority instanceof OidcUserAuthority user
                ? Claims.authorities(user.getIdToken()).stream()
                : Stream.empty();
    }

    private static AuthorizationManager<RequestAuthorizationContext> operatorOrThisMachine() {
        return (authentication, context) -> {
            var asker = authentication.get();
            var operator = asker != null && Claims.roles(asker).contains(Person.Role.OPERATOR);
            return new AuthorizationDecision(operator || isThisMachine(context.getRequest()));
        };
    }

    /** Straight from this machine, not through a proxy on it. */
    private static boolean isThisMachine(HttpServletRequest request) {
        return Set.of("127.0.0.1", "0:0:0:0:0:0:0:1").contains(request.getRemoteAddr())
                && request.getHeader("X-Forwarded-For") == null
                && request.getHeader("Forwarded") == null;
    }
}
