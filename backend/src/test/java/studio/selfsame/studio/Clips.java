package studio.selfsame.studio;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import studio.selfsame.media.FrameRate;
import studio.selfsame.media.Media;
import studio.selfsame.media.MediaReader;
import studio.selfsame.media.MediaWriter;
import studio.selfsame.media.VideoFrame;

/** Files made for these tests from the presenters, who belong to nobody. */
final class Clips {
    private Clips() {}

    /** Copies {@code /footage/NAME} of the test resources. */
    static Path resource(Path folder, String name) throws IOException {
        Path file = folder.resolve(name);
        try (InputStream in = Clips.class.getResourceAsStream("/footage/" + name)) {
            Files.copy(Objects.requireNonNull(in), file);
        }
        return file;
    }

    /** Ada's footage from its start. */
    static Path ada(Path file, int seconds) {
        return joined(file, new Part(Path.of("presenters/ada/footage.mp4"), seconds));
    }

    static Path adasPortrait() {
        return Path.of("presenters/ada/portrait.jpg");
    }

    /** The first seconds of a clip, begun anew when it is shorter. */
    record Part(Path clip, int seconds) {}

    /** One video without sound, one part after the other; all parts have the size and rate of the first. */
    static Path joined(Path file, Part... parts) {
        Media media = WholeStudio.get().room(Media.class);
        Media.Picture picture = picture(media, parts[0].clip());
        try (MediaWriter writer = media.createMp4(file, picture, Optional.empty())) {
            int written = 0;
            for (Part part : parts) {
                int end = written
                        + (int) Math.round(part.seconds() * picture.frameRate().perSecond());
                while (written < end) {
                    written = copy(media, part.clip(), writer, picture.frameRate(), written, end);
                }
            }
            writer.finish();
        }
        return file;
    }

    /** All pictures, counted by decoding them. */
    static int frames(Path file) {
        try (MediaReader reader = WholeStudio.get().room(Media.class).open(file)) {
            int frames = 0;
            while (reader.nextFrame().isPresent()) {
                frames++;
            }
            return frames;
        }
    }

    private static int copy(Media media, Path clip, MediaWriter writer, FrameRate rate, int first, int end) {
        int next = first;
        try (MediaReader reader = media.open(clip)) {
            for (Optional<VideoFrame> f = reader.nextFrame(); next < end && f.isPresent(); f = reader.nextFrame()) {
                VideoFrame frame = f.get();
                writer.write(new VideoFrame(
                        frame.widthPx(), frame.heightPx(), rate.timeUs(next), frame.y(), frame.u(), frame.v()));
                next++;
            }
        }
        return next;
    }

    private static Media.Picture picture(Media media, Path clip) {
        try (MediaReader reader = media.open(clip)) {
            var video = reader.probe().video().orElseThrow();
            return new Media.Picture(video.widthPx(), video.heightPx(), video.frameRate(), 0.7);
        }
    }
}
