package studio.selfsame.studio;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import studio.selfsame.media.AudioSamples;
import studio.selfsame.media.Media;
import studio.selfsame.media.MediaReader;
import studio.selfsame.media.MediaWriter;
import studio.selfsame.media.VideoFrame;

/** The first seconds of footage, as somebody would film less of it. */
final class Excerpt {
    private static final double QUALITY = 0.8;
    private static final int SOUND_HZ = 48_000;

    private Excerpt() {}

    static Path cut(Media media, Path footage, int seconds, Path to) {
        try (MediaReader reader = media.open(footage)) {
            var video = reader.probe().video().orElseThrow();
            AudioSamples all = reader.readAudio(SOUND_HZ, 1).orElseThrow();
            var sound = new AudioSamples(SOUND_HZ, 1, Arrays.copyOf(all.interleaved(), seconds * SOUND_HZ));
            var picture = new Media.Picture(video.widthPx(), video.heightPx(), video.frameRate(), QUALITY);
            try (MediaWriter writer =
                    media.createMp4(to, picture, Optional.of(new Media.Sound(SOUND_HZ, 1, 128_000)))) {
                for (Optional<VideoFrame> frame = reader.nextFrame();
                        frame.isPresent() && frame.get().presentationTimeUs() < seconds * 1_000_000L;
                        frame = reader.nextFrame()) {
                    writer.write(frame.get());
                }
                writer.write(sound);
                writer.finish();
            }
        }
        return to;
    }
}
