package studio.selfsame;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import studio.selfsame.identity.Person.Role;

/** Requests of somebody who has just signed in with a password. */
public final class SignedIn {
    private SignedIn() {}

    public static RequestPostProcessor creator(String subject) {
        return as(subject, Role.CREATOR);
    }

    public static RequestPostProcessor referee(String subject) {
        return as(subject, Role.CREATOR, Role.REFEREE);
    }

    /** @param subject the token's {@code sub}; one subject is one person */
    public static RequestPostProcessor as(String subject, Role... roles) {
        return inSession(subject, "only", Instant.now(), roles);
    }

    /**
     * @param session the token's {@code sid}: what is proven in one sign-in counts in no other
     * @param at when they gave their password
     */
    public static RequestPostProcessor inSession(String subject, String session, Instant at, Role... roles) {
        List<GrantedAuthority> authorities = Arrays.stream(roles)
                .<GrantedAuthority>map(role -> new SimpleGrantedAuthority("ROLE_" + role.name()))
                .toList();
        var names = Arrays.stream(roles)
                .map(role -> role.name().toLowerCase(Locale.ROOT))
                .toList();
        return SecurityMockMvcRequestPostProcessors.jwt()
                .jwt(token -> token.subject(subject)
                        .claim("acr", "1")
                        .claim("auth_time", at)
                        .claim("sid", session)
                        .claim("realm_access", Map.of("roles", names)))
                .authorities(authorities);
    }
}
