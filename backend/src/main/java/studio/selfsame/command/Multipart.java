package studio.selfsame.command;

import java.io.FileNotFoundException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A form (RFC 7578), its files streamed from disk. Their own names are not sent. */
record Multipart(String contentType, BodyPublisher body) {
    /** With one file. */
    static Multipart of(String part, Path file) {
        return of(List.of(), Map.of(part, file));
    }

    /** With a part of JSON before the files. */
    static Multipart of(String first, String json, Map<String, Path> files) {
        return of(List.of(new Text(first, json)), files);
    }

    private record Text(String part, String json) {}

    private static Multipart of(List<Text> texts, Map<String, Path> files) {
        String boundary = "selfsame-" + UUID.randomUUID();
        List<BodyPublisher> parts = new ArrayList<>();
        for (Text text : texts) {
            parts.add(BodyPublishers.ofString("--" + boundary + "\r\nContent-Disposition: form-data; name=\""
                    + text.part() + "\"\r\nContent-Type: application/json\r\n\r\n" + text.json() + "\r\n"));
        }
        try {
            for (Map.Entry<String, Path> file : files.entrySet()) {
                String part = file.getKey();
                parts.add(BodyPublishers.ofString("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + part
                        + "\"; filename=\"" + part + "\"\r\nContent-Type: application/octet-stream\r\n\r\n"));
                parts.add(BodyPublishers.ofFile(file.getValue()));
                parts.add(BodyPublishers.ofString("\r\n"));
            }
        } catch (FileNotFoundException e) {
            throw new UncheckedIOException(e);
        }
        parts.add(BodyPublishers.ofString("--" + boundary + "--\r\n"));
        return new Multipart(
                "multipart/form-data; boundary=" + boundary,
                BodyPublishers.concat(parts.toArray(BodyPublisher[]::new)));
    }
}
