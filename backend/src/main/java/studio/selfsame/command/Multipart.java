package studio.selfsame.command;

import java.io.FileNotFoundException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.UUID;

/** A form with one file (RFC 7578), streamed from disk. The file's own name is not sent. */
record Multipart(String contentType, BodyPublisher body) {
    static Multipart of(String part, Path file) {
        String boundary = "selfsame-" + UUID.randomUUID();
        String head = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + part + "\"; filename=\"" + part
                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n";
        try {
            return new Multipart(
                    "multipart/form-data; boundary=" + boundary,
                    BodyPublishers.concat(
                            BodyPublishers.ofString(head),
                            BodyPublishers.ofFile(file),
                            BodyPublishers.ofString("\r\n--" + boundary + "--\r\n")));
        } catch (FileNotFoundException e) {
            throw new UncheckedIOException(e);
        }
    }
}
