package studio.selfsame.identity;

import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.ClaimAccessor;
import org.springframework.security.oauth2.core.OAuth2Token;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/**
 * One sign-in of a person, told from their others by the realm's session, or by the token where that names none.
 *
 * @param sha256 32 bytes; what names a session at the realm is kept nowhere
 */
record SignInSession(byte[] sha256) {
    static SignInSession current() {
        return Claims.of(SecurityContextHolder.getContext().getAuthentication())
                .map(SignInSession::of)
                .orElseThrow(() -> new AuthenticationCredentialsNotFoundException("nobody is signed in"));
    }

    static SignInSession of(ClaimAccessor claims) {
        for (var name : new String[] {"sid", "jti"}) {
            var value = claims.getClaimAsString(name);
            if (value != null && !value.isBlank()) {
                return new SignInSession(DigestUtils.sha256(name + " " + value));
            }
        }
        var token = token(claims);
        if (token == null) {
            throw new AuthenticationCredentialsNotFoundException("the token does not say which sign-in it is of");
        }
        return new SignInSession(DigestUtils.sha256("token " + token.getTokenValue()));
    }

    private static @Nullable OAuth2Token token(ClaimAccessor claims) {
        if (claims instanceof OidcUser user) {
            return user.getIdToken();
        }
        return claims instanceof OAuth2Token token ? token : null;
    }

    @Override
    public String toString() {
        return "SignInSession[hidden]";
    }
}
