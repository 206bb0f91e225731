package studio.selfsame.identity;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.core.ClaimAccessor;
import studio.selfsame.identity.Person.Role;

/** What a verified token of the realm says about a person. */
final class Claims {
    private static final String AUTHORITY_PREFIX = "ROLE_";

    private Claims() {}

    /** The token behind a sign-in, bearer or session; empty for anybody else. */
    static Optional<ClaimAccessor> of(@Nullable Authentication authentication) {
        return authentication != null
                        && authentication.isAuthenticated()
                        && authentication.getPrincipal() instanceof ClaimAccessor claims
                ? Optional.of(claims)
                : Optional.empty();
    }

    /** Realm roles that mean something here, as {@code ROLE_CREATOR} and so on. */
    static Set<GrantedAuthority> authorities(ClaimAccessor claims) {
        var granted = new LinkedHashSet<GrantedAuthority>();
        if (claims.getClaims().get("realm_access") instanceof Map<?, ?> access
                && access.get("roles") instanceof Collection<?> names) {
            Arrays.stream(Role.values())
                    .filter(role -> names.contains(role.name().toLowerCase(Locale.ROOT)))
                    .forEach(role -> granted.add(authority(role)));
        }
        return granted;
    }

    static GrantedAuthority authority(Role role) {
        return new SimpleGrantedAuthority(AUTHORITY_PREFIX + role.name());
    }

    static Set<Role> roles(Authentication authentication) {
        var roles = EnumSet.noneOf(Role.class);
        for (var role : Role.values()) {
            if (authentication.getAuthorities().contains(authority(role))) {
                roles.add(role);
            }
        }
        return roles;
    }

    /** {@code acr} as a number; 0 for a sign-in that was only remembered or a value that is no number. */
    static int assuranceLevel(ClaimAccessor claims) {
        var acr = claims.getClaimAsString("acr");
        return acr != null && acr.matches("[0-9]") ? Integer.parseInt(acr) : 0;
    }

    /** {@code auth_time}; the beginning of time where the token does not say. */
    static Instant authenticatedAt(ClaimAccessor claims) {
        var instant = claims.getClaimAsInstant("auth_time");
        return instant == null ? Instant.EPOCH : instant;
    }
}
