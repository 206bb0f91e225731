package studio.selfsame.enrolment;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.apache.tomcat.util.http.fileupload.MultipartStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import studio.selfsame.problem.ProblemException;

/**
 * The part {@code footage} of a multipart request as a stream, straight from the connection: the servlet container's own
 * reader would write it to disk unsealed first.
 */
final class MultipartFootage {
    private static final Pattern NAME = Pattern.compile("(?i).*\\bname=\"?footage\"?(;.*|\\s*)$");

    private MultipartFootage() {}

    /** @throws ProblemException when there is no such part */
    static InputStream open(HttpServletRequest request) throws IOException {
        byte[] boundary = boundary(request.getContentType());
        MultipartStream parts = new MultipartStream(request.getInputStream(), boundary, null);
        try {
            boolean more = parts.skipPreamble();
            while (more) {
                if (isFootage(parts.readHeaders())) {
                    return parts.newInputStream();
                }
                parts.discardBodyData();
                more = parts.readBoundary();
            }
        } catch (MultipartStream.MalformedStreamException e) {
            throw noFootage();
        }
        throw noFootage();
    }

    private static boolean isFootage(String headers) {
        return headers.lines()
                .filter(line -> line.regionMatches(true, 0, "Content-Disposition:", 0, 20))
                .anyMatch(line -> NAME.matcher(line).matches());
    }

    private static byte[] boundary(@Nullable String contentType) {
        String boundary = contentType == null
                ? null
                : MediaType.parseMediaType(contentType).getParameter("boundary");
        if (boundary == null) {
            throw noFootage();
        }
        String bare = boundary.startsWith("\"") ? boundary.substring(1, boundary.length() - 1) : boundary;
        return bare.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static ProblemException noFootage() {
        return ProblemException.unusable(
                "enrolment",
                "The request has no part called `footage`.",
                "Nothing was stored.",
                "Send the video as multipart/form-data in a part called `footage`.");
    }
}
