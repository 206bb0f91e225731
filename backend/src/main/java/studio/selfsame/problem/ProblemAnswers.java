package studio.selfsame.problem;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Problems as RFC 9457 answers; also for filters, which answer before any controller is asked. */
@Component
public final class ProblemAnswers {
    private final JsonMapper json;

    ProblemAnswers(JsonMapper json) {
        this.json = json;
    }

    /** Ends the response with the problem as {@code application/problem+json}. */
    public void write(HttpServletResponse response, HttpStatus status, Problem problem) throws IOException {
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write(json.writeValueAsBytes(detail(status, problem)));
    }

    static ProblemDetail detail(HttpStatus status, Problem problem) {
        var detail = ProblemDetail.forStatusAndDetail(status, problem.cause());
        detail.setType(URI.create(
                "urn:selfsame:problem:" + status.name().toLowerCase(Locale.ROOT).replace('_', '-')));
        detail.setTitle(status.getReasonPhrase());
        detail.setProperty("stage", problem.stage());
        detail.setProperty("cause", problem.cause());
        detail.setProperty("consequence", problem.consequence());
        detail.setProperty("remedy", problem.remedy());
        return detail;
    }

    static HttpStatus status(ProblemException.Kind kind) {
        return switch (kind) {
            case UNUSABLE -> HttpStatus.UNPROCESSABLE_CONTENT;
            case UNKNOWN -> HttpStatus.NOT_FOUND;
            case REFUSED -> HttpStatus.FORBIDDEN;
            case CONFLICT -> HttpStatus.CONFLICT;
            case UNAVAILABLE -> HttpStatus.SERVICE_UNAVAILABLE;
        };
    }
}
