package studio.selfsame.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.MediaType;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;

/**
 * Ends the realm's session as well as ours. A script that posts to {@code /logout} cannot follow a redirect to another
 * origin, so the answer is {@code {"location": …}} for the page to go to.
 */
final class RealmLogout extends OidcClientInitiatedLogoutSuccessHandler {
    RealmLogout(ClientRegistrationRepository registrations) {
        super(registrations);
        setPostLogoutRedirectUri("{baseUrl}/");
        setRedirectStrategy(RealmLogout::tell);
    }

    private static void tell(HttpServletRequest request, HttpServletResponse response, String location)
            throws IOException {
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        // an address built by this server from the realm's and percent-encoded: it holds no quote
        response.getWriter().write("{\"location\":\"" + location + "\"}");
    }
}
