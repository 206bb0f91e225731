package studio.selfsame.command;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import studio.selfsame.media.AudioSamples;
import studio.selfsame.media.Media;
import studio.selfsame.media.MediaProbe;
import studio.selfsame.media.MediaReader;
import studio.selfsame.media.MediaWriter;
import studio.selfsame.media.SoundReader;
import studio.selfsame.media.VideoFrame;
import studio.selfsame.watermark.PictureEmbedder;
import studio.selfsame.watermark.PictureFormat;
import studio.selfsame.watermark.SoundEmbedder;
import studio.selfsame.watermark.SoundFormat;
import studio.selfsame.watermark.WatermarkEmbedder;

/** Decodes a file, marks what comes, and encodes it anew. */
final class WatermarkMarking {
    private static final double QUALITY = 0.8;
    private static final int WIDE_SOUND_HZ = 32_000;
    private static final int WIDE_BITS_PER_CHANNEL = 80_000;
    private static final int NARROW_BITS_PER_CHANNEL = 40_000;
    /** How far the sound is written ahead of the picture, so that the file interleaves them. */
    private static final long AHEAD_US = 1_000_000;

    private final Media media;
    private final WatermarkEmbedder marker;

    WatermarkMarking(Media media, WatermarkEmbedder marker) {
        this.media = media;
        this.marker = marker;
    }

    void mark(Path in, Path out) {
        try (MediaReader reader = media.open(in)) {
            WatermarkLimits.check(reader.probe(), out);
            Optional<Media.Sound> sound = reader.probe().audio().map(WatermarkMarking::coded);
            if (reader.probe().video().isPresent()) {
                moving(reader, reader.probe().video().get(), sound, out);
            } else {
                alone(reader, sound.orElseThrow(), out);
            }
        }
    }

    private void moving(MediaReader reader, MediaProbe.Video video, Optional<Media.Sound> sound, Path out) {
        var size = new Media.Picture(video.widthPx(), video.heightPx(), video.frameRate(), QUALITY);
        PictureEmbedder picture = marker.picture(PictureFormat.of(video.widthPx(), video.heightPx()));
        var progress = new WatermarkProgress("marking", reader.probe().durationUs());
        try (MediaWriter writer = media.createMp4(out, size, sound);
                Track track = sound.map(format -> new Track(reader, format)).orElse(null)) {
            for (var next = reader.nextFrame(); next.isPresent(); next = reader.nextFrame()) {
                VideoFrame frame = next.get();
                if (track != null) {
                    track.writeUntil(frame.presentationTimeUs() + AHEAD_US, writer);
                }
                picture.mark(frame.y(), frame.presentationTimeUs());
                writer.write(frame);
                progress.at(frame.presentationTimeUs());
            }
            picture.finish();
            if (track != null) {
                track.writeUntil(Long.MAX_VALUE, writer);
            }
            writer.finish();
        }
    }

    private void alone(MediaReader reader, Media.Sound format, Path out) {
        var progress = new WatermarkProgress("marking", reader.probe().durationUs());
        try (MediaWriter writer = media.createSound(out, format);
                Track track = new Track(reader, format)) {
            for (long untilUs = AHEAD_US; track.writeUntil(untilUs, writer); untilUs += AHEAD_US) {
                progress.at(untilUs);
            }
            writer.finish();
        }
    }

    private static Media.Sound coded(MediaProbe.Audio audio) {
        int each = audio.sampleRateHz() >= WIDE_SOUND_HZ ? WIDE_BITS_PER_CHANNEL : NARROW_BITS_PER_CHANNEL;
        return new Media.Sound(audio.sampleRateHz(), audio.channels(), each * audio.channels());
    }

    /** The sound track on its way from the reader to the writer. */
    private final class Track implements AutoCloseable {
        private final Media.Sound format;
        private final SoundReader samples;
        private final SoundEmbedder sound;
        private long takenUs;
        private boolean ended;

        Track(MediaReader reader, Media.Sound format) {
            this.format = format;
            this.samples =
                    reader.sound(format.sampleRateHz(), format.channels()).orElseThrow();
            this.sound = marker.sound(new SoundFormat(format.sampleRateHz(), format.channels()));
        }

        /** @return whether more may follow */
        boolean writeUntil(long timeUs, MediaWriter writer) {
            while (!ended && takenUs < timeUs) {
                @Nullable AudioSamples some = samples.next().orElse(null);
                ended = some == null;
                write(some == null ? sound.finish() : sound.mark(some.interleaved()), writer);
                takenUs += some == null ? 0 : some.durationUs();
            }
            return !ended;
        }

        private void write(float[] marked, MediaWriter writer) {
            if (marked.length > 0) {
                writer.write(new AudioSamples(format.sampleRateHz(), format.channels(), marked));
            }
        }

        @Override
        public void close() {
            samples.close();
        }
    }
}
