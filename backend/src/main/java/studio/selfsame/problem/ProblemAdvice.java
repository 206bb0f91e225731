package studio.selfsame.problem;

import java.io.IOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Every error of a controller, as problem+json in the user's words. */
@RestControllerAdvice
class ProblemAdvice extends ResponseEntityExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    @ExceptionHandler
    ResponseEntity<ProblemDetail> problem(ProblemException exception) {
        var detail = ProblemAnswers.detail(ProblemAnswers.status(exception.kind()), exception.problem());
        exception.particulars().forEach(detail::setProperty);
        return answer(detail);
    }

    /** Left to the security filters, which know whether to ask for a sign-in or to refuse. */
    @ExceptionHandler
    void denied(AccessDeniedException exception) {
        throw exception;
    }

    /** Left to the security filters. */
    @ExceptionHandler
    void unauthenticated(AuthenticationException exception) {
        throw exception;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unexpected(Exception exception) {
        if (saysDiskFull(exception)) {
            return answer(ProblemAnswers.detail(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    new Problem(
                            "storage",
                            "the studio's disk is full",
                            "Nothing of this request was stored.",
                            "Make room on the disk that holds the studio's home, then try again.")));
        }
        var id = UUID.randomUUID();
        LOG.error("unexpected failure {}", id, exception);
        return answer(ProblemAnswers.detail(
                HttpStatus.INTERNAL_SERVER_ERROR,
                new Problem(
                        "studio",
                        "the studio failed in a way it did not expect, number `" + id + "`",
                        "This request was not carried out.",
                        "Try again; if it happens again, give the operator the number: it stands in the log.")));
    }

    /** What the framework itself refuses: a missing part, a wrong method, an upload that is too large. */
    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception exception,
            @Nullable Object body,
            HttpHeaders headers,
            HttpStatusCode statusCode,
            WebRequest request) {
        var status = HttpStatus.valueOf(statusCode.value());
        if (status.is5xxServerError() || saysDiskFull(exception)) {
            var answer = unexpected(exception);
            return new ResponseEntity<>(answer.getBody(), answer.getHeaders(), answer.getStatusCode());
        }
        var cause = body instanceof ProblemDetail given && given.getDetail() != null
                ? given.getDetail()
                : status.getReasonPhrase();
        var detail = ProblemAnswers.detail(
                status, new Problem("request", cause, "Nothing was changed.", RequestRemedies.remedy(status)));
        var all = new HttpHeaders(headers);
        all.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        return new ResponseEntity<>(detail, all, status);
    }

    private static ResponseEntity<ProblemDetail> answer(ProblemDetail detail) {
        return ResponseEntity.status(detail.getStatus())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(detail);
    }

    private static boolean saysDiskFull(Throwable exception) {
        for (@Nullable Throwable cause = exception; cause != null; cause = cause.getCause()) {
            var message = String.valueOf(cause.getMessage());
            if (cause instanceof IOException
                    && (message.contains("No space left") || message.contains("Disk quota exceeded"))) {
                return true;
            }
        }
        return false;
    }
}
