package studio.selfsame.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import studio.selfsame.retention.Retained;
import studio.selfsame.retention.RetentionClock;

/** Files of the technical log below {@code run/} that nobody writes any more: a log that is written is young. */
@Component
class RunLogClock implements Retained {
    private static final Pattern LOG = Pattern.compile(".+\\.log(\\..+)?");

    private final StudioHome home;

    RunLogClock(StudioSettings studio) {
        this.home = studio.studioHome();
    }

    @Override
    public RetentionClock clock() {
        return RetentionClock.RUN_LOGS;
    }

    @Override
    public int due(Instant upTo) {
        try {
            return old(upTo).size();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public int sweep(Instant upTo) throws IOException {
        var files = old(upTo);
        for (var file : files) {
            Files.deleteIfExists(file);
        }
        return files.size();
    }

    private List<Path> old(Instant upTo) throws IOException {
        try (var files = Files.list(home.run())) {
            return files.filter(
                            file -> LOG.matcher(file.getFileName().toString()).matches())
                    .filter(file ->
                            Files.isRegularFile(file) && !lastWritten(file).isAfter(upTo))
                    .toList();
        }
    }

    private static Instant lastWritten(Path file) {
        try {
            return Files.getLastModifiedTime(file).toInstant();
        } catch (NoSuchFileException e) {
            return Instant.MAX;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
