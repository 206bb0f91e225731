package studio.selfsame.studio;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import studio.selfsame.media.AudioSamples;
import studio.selfsame.media.FrameRate;
import studio.selfsame.media.Media;
import studio.selfsame.media.MediaReader;
import studio.selfsame.media.MediaWriter;
import studio.selfsame.media.VideoFrame;

/** Files made for these tests from the presenters, who belong to nobody. */
final class Clips {
    private static final int RATE_HZ = 48_000;

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

    /**
     * Ada's footage as phones film: some pictures come late, of the second half every fourth is missing, and the microphone is
     * off: there is sound, and nothing in it.
     */
    static Path adaFromAPhone(Path file, int seconds) {
        Media media = Media.alone();
        Path clip = Path.of("presenters/ada/footage.mp4");
        Media.Picture picture = picture(media, clip);
        int frames = (int) Math.round(seconds * picture.frameRate().perSecond());
        var microphone = new Media.Sound(RATE_HZ, 1, 64_000);
        try (MediaReader reader = media.open(clip);
                MediaWriter writer = media.createMp4(file, picture, Optional.of(microphone))) {
            for (int i = 0; i < frames; i++) {
                VideoFrame frame = reader.nextFrame().orElseThrow();
                if (i < frames / 2 || i % 4 != 0) {
                    long timeUs = frame.presentationTimeUs() + (i % 7 == 3 ? 9_000 : 0);
                    writer.write(
                            new VideoFrame(frame.widthPx(), frame.heightPx(), timeUs, frame.y(), frame.u(), frame.v()));
                }
            }
            writer.write(new AudioSamples(RATE_HZ, 1, new float[seconds * RATE_HZ]));
            writer.finish();
        }
        return file;
    }

    static Path adasPortrait() {
        return Path.of("presenters/ada/portrait.jpg");
    }

    /** The first seconds of a clip, begun anew when it is shorter. */
    record Part(Path clip, int seconds) {}

    /** One video without sound, one part after the other; all parts have the size and rate of the first. */
    static Path joined(Path file, Part... parts) {
        Media media = Media.alone();
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
        try (MediaReader reader = Media.alone().open(file)) {
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
