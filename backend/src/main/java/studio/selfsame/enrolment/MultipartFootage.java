package studio.selfsame.enrolment;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import studio.selfsame.problem.ProblemException;

/** The part {@code footage} of a multipart request as a stream. */
final class MultipartFootage {
    private MultipartFootage() {}

    /** @throws ProblemException when there is no such part */
    static InputStream open(HttpServletRequest request) throws IOException {
        UploadParts parts = UploadParts.of(request).orElseThrow(MultipartFootage::noFootage);
        for (Optional<UploadParts.Part> part = parts.next(); part.isPresent(); part = parts.next()) {
            if (part.get().name().equals("footage")) {
                return part.get().content();
            }
        }
        throw noFootage();
    }

    private static ProblemException noFootage() {
        return ProblemException.unusable(
                "enrolment",
                "The request has no part called `footage`.",
                "Nothing was stored.",
                "Send the video as multipart/form-data in a part called `footage`.");
    }
}
