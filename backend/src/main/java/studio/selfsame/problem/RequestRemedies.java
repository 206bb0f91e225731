package studio.selfsame.problem;

import org.springframework.http.HttpStatus;

/** What to do about a request that was refused before any room saw it. */
final class RequestRemedies {
    private RequestRemedies() {}

    static String remedy(HttpStatus status) {
        return switch (status) {
            case NOT_FOUND -> "Check the address against /v3/api-docs.";
            case METHOD_NOT_ALLOWED -> "Use one of the methods that /v3/api-docs names for this address.";
            case CONTENT_TOO_LARGE -> "Send a smaller file.";
            case UNSUPPORTED_MEDIA_TYPE, NOT_ACCEPTABLE -> "Use a content type that /v3/api-docs names.";
            default -> "Correct the request; /v3/api-docs describes it.";
        };
    }
}
