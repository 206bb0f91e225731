package studio.selfsame.consent;

import java.net.URI;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Answers a refusal with every reason by its policy's id; comes before the general answer to problems. */
@Order(Ordered.HIGHEST_PRECEDENCE)
@RestControllerAdvice
class RefusalAdvice {
    @ExceptionHandler
    ProblemDetail refused(AuthorizationRefusedException refused) {
        var problem = refused.problem();
        var detail = ProblemDetail.forStatusAndDetail(HttpStatus.FORBIDDEN, problem.cause());
        detail.setType(URI.create("urn:selfsame:problem:forbidden"));
        detail.setProperty("stage", problem.stage());
        detail.setProperty("cause", problem.cause());
        detail.setProperty("consequence", problem.consequence());
        detail.setProperty("remedy", problem.remedy());
        detail.setProperty("reasons", refused.reasons());
        return detail;
    }
}
