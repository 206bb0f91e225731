package studio.selfsame.enrolment;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.tomcat.util.http.fileupload.MultipartStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/**
 * The parts of a multipart request one after another, straight from the connection: the servlet container's own reader would
 * write them to disk unsealed first.
 */
public final class UploadParts {
    private static final Pattern NAME = Pattern.compile("(?i)[^;]*;(?:.*?;)?\\s*name=(?:\"([^\"]*)\"|([^;\\s]*)).*");

    private final MultipartStream parts;
    private @Nullable InputStream current;

    private UploadParts(MultipartStream parts) {
        this.parts = parts;
    }

    /**
     * One part.
     *
     * @param content to be read before the next part is asked for; what is left of it then is skipped
     */
    public record Part(String name, InputStream content) {
        @Override
        public String toString() {
            return "Part[" + name + "]";
        }
    }

    /** Empty when the request says nowhere how its parts are divided. */
    public static Optional<UploadParts> of(HttpServletRequest request) throws IOException {
        byte[] boundary = boundary(request.getContentType());
        return boundary == null
                ? Optional.empty()
                : Optional.of(new UploadParts(new MultipartStream(request.getInputStream(), boundary, null)));
    }

    /** The next part; empty after the last, or where the request is not as it should be. */
    public Optional<Part> next() throws IOException {
        try {
            InputStream before = current;
            if (before != null) {
                before.close();
            }
            boolean more = before == null ? parts.skipPreamble() : parts.readBoundary();
            if (!more) {
                return Optional.empty();
            }
            String name = name(parts.readHeaders());
            InputStream content = parts.newInputStream();
            current = content;
            return Optional.of(new Part(name, content));
        } catch (MultipartStream.MalformedStreamException e) {
            return Optional.empty();
        }
    }

    /** Empty for a part without a name. */
    private static String name(String headers) {
        return headers.lines()
                .filter(line -> line.regionMatches(true, 0, "Content-Disposition:", 0, 20))
                .map(NAME::matcher)
                .filter(Matcher::matches)
                .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
                .findFirst()
                .orElse("");
    }

    private static byte @Nullable [] boundary(@Nullable String contentType) {
        String boundary = contentType == null ? null : parsed(contentType);
        if (boundary == null) {
            return null;
        }
        String bare = boundary.startsWith("\"") ? boundary.substring(1, boundary.length() - 1) : boundary;
        return bare.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static @Nullable String parsed(String contentType) {
        try {
            return MediaType.parseMediaType(contentType).getParameter("boundary");
        } catch (InvalidMediaTypeException e) {
            return null;
        }
    }
}
