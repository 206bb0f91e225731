package studio.selfsame.sealing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** What another program reads in a file. */
final class Ffprobe {
    private Ffprobe() {}

    /** Metadata of the container by key. */
    static Map<String, String> tags(Path file) throws Exception {
        Process process = new ProcessBuilder(
                        List.of("ffprobe", "-v", "error", "-show_format", "-of", "json", file.toString()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        Map<String, String> tags = new LinkedHashMap<>();
        new JsonMapper()
                .readTree(said)
                .path("format")
                .path("tags")
                .forEachEntry((key, value) -> tags.put(key, value.asString()));
        return tags;
    }
}
