package studio.selfsame.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

/** The schedule in the documentation is the one that is obeyed. */
class ScheduleDocumentTest {
    private static final Path DOCUMENT = Path.of("../docs/retention.md");
    private static final String BEGIN = "<!-- written by ScheduleDocumentTest -->\n";
    private static final String END = "<!-- until here -->\n";
    private static final String UPDATE = "selfsame.update-retention";

    @Test
    void document_schedule_isTheOneThatIsObeyed() throws IOException {
        var text = Files.readString(DOCUMENT);
        var written = text.substring(0, text.indexOf(BEGIN) + BEGIN.length())
                + schedule()
                + text.substring(text.indexOf(END));
        if (Boolean.getBoolean(UPDATE)) {
            Files.writeString(DOCUMENT, written);
        }
        assertThat(text.equals(written) || Boolean.getBoolean(UPDATE))
                .as("docs/retention.md is not what the code obeys; update it with -D" + UPDATE + "=true")
                .isTrue();
    }

    private static String schedule() {
        var lines = new ArrayList<String>();
        lines.add("| `selfsame.retention.` | unless set | allowed | what goes | counted from | why |");
        lines.add("|---|---|---|---|---|---|");
        for (var clock : RetentionClock.values()) {
            lines.add("| `%s` | %s | %s | %s | %s | %s |"
                    .formatted(clock.code(), clock.usual(), clock.allowed(), clock.what(), clock.from(), clock.why()));
        }
        return String.join("\n", lines) + "\n";
    }
}
