package studio.selfsame.inspection;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import studio.selfsame.problem.ProblemAnswers;

/** Tells whoever asks too often when to come back; before the answer that all problems get. */
@RestControllerAdvice
@ConditionalOnWebApplication
@Order(Ordered.HIGHEST_PRECEDENCE)
class TooOftenAdvice {
    private final ProblemAnswers answers;

    TooOftenAdvice(ProblemAnswers answers) {
        this.answers = answers;
    }

    @ExceptionHandler
    void tooOften(TooOftenException refused, HttpServletResponse response) throws IOException {
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(refused.seconds()));
        answers.write(response, HttpStatus.TOO_MANY_REQUESTS, refused.problem());
    }
}
