package studio.selfsame.enrolment;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** A real video of ten seconds, 320 by 240 pixels, 25 frames per second, that shows nobody: a test pattern. */
final class TenSeconds {
    private TenSeconds() {}

    static byte[] video() {
        try (InputStream in =
                Objects.requireNonNull(TenSeconds.class.getResourceAsStream("/footage/ten-seconds.mp4"))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
