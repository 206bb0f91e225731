package studio.selfsame.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;
import studio.selfsame.problem.Problem;
import studio.selfsame.problem.ProblemAnswers;

/** Answers who may not come in, with a problem instead of a redirect: the browser's page leads to the sign-in itself. */
@Component
@ConditionalOnWebApplication
class Doorkeeper implements AuthenticationEntryPoint, AccessDeniedHandler {
    private static final String NOTHING_DONE = "Nothing was done.";

    private final ProblemAnswers answers;

    Doorkeeper(ProblemAnswers answers) {
        this.answers = answers;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException exception)
            throws IOException {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        answers.write(
                response,
                HttpStatus.UNAUTHORIZED,
                new Problem(
                        "sign-in",
                        "this needs somebody who is signed in, and the request carries no valid sign-in",
                        NOTHING_DONE,
                        "Sign in at /oauth2/authorization/keycloak, or send a bearer token of the realm."));
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException exception)
            throws IOException {
        answers.write(
                response,
                HttpStatus.FORBIDDEN,
                exception instanceof CsrfException
                        ? new Problem(
                                "sign-in",
                                "the request does not prove that it comes from the studio's own page",
                                NOTHING_DONE,
                                "Send the cookie XSRF-TOKEN back in the header X-XSRF-TOKEN.")
                        : new Problem(
                                "sign-in",
                                "this is not open to your account",
                                NOTHING_DONE,
                                "Ask the operator whether your account should have another role."));
    }
}
