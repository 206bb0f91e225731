package studio.selfsame.inspection;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import studio.selfsame.enrolment.FootageScreen;
import studio.selfsame.media.Media;
import studio.selfsame.media.MediaReader;
import studio.selfsame.sealing.ContentCredentials;
import studio.selfsame.work.WorkMonitor;

/**
 * Refuses as footage what was made by AI, here or elsewhere, as far as the file itself tells: by its Content Credentials, by
 * this studio's mark, or by looking and sounding like one of its outputs. Stops at the first of the three.
 */
@Component
class OwnMaterialScreen implements FootageScreen {
    private static final String ANOTHER = "Bring another video of yourself, straight from a camera.";

    private final ContentCredentials credentials;
    private final Media media;
    private final FootageMarks marks;
    private final PrintSearch prints;

    OwnMaterialScreen(ContentCredentials credentials, Media media, FootageMarks marks, PrintSearch prints) {
        this.credentials = credentials;
        this.media = media;
        this.marks = marks;
        this.prints = prints;
    }

    @Override
    public List<Objection> screen(Source file, WorkMonitor monitor) throws IOException {
        return objection(file, monitor).stream().toList();
    }

    private Optional<Objection> objection(Source file, WorkMonitor monitor) throws IOException {
        monitor.progress("checking where it comes from", 0, Map.of());
        Set<String> generated;
        try (SeekableByteChannel channel = file.open()) {
            generated = credentials.generated(channel);
        }
        if (!generated.isEmpty()) {
            return Optional.of(
                    new Objection(
                            "made-by-ai",
                            "The file's Content Credentials say that it, or something it was made from, was made or altered by AI (`"
                                    + String.join("`, `", generated) + "`).",
                            ANOTHER
                                    + " If you cut it with a program that added something made by AI, export it without that."));
        }
        Marks found;
        try (MediaReader reader = media.open(file.open())) {
            found = marks.search(reader, monitor);
        }
        if (found.any().isPresent()) {
            return Optional.of(new Objection(
                    "made-here",
                    "The video was made by AI in this studio: it carries the studio's invisible mark.",
                    ANOTHER));
        }
        return prints.search(found, monitor)
                .outputId()
                .map(output -> new Objection(
                        "copy-of-output",
                        "The video looks and sounds like one that was made in this studio.",
                        ANOTHER));
    }
}
