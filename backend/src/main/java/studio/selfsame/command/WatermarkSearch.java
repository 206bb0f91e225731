package studio.selfsame.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import studio.selfsame.media.AudioSamples;
import studio.selfsame.media.Media;
import studio.selfsame.media.MediaReader;
import studio.selfsame.media.SoundReader;
import studio.selfsame.media.VideoFrame;
import studio.selfsame.problem.ProblemException;
import studio.selfsame.watermark.Detection;
import studio.selfsame.watermark.PictureDetector;
import studio.selfsame.watermark.PictureFormat;
import studio.selfsame.watermark.Search;
import studio.selfsame.watermark.SoundDetector;
import studio.selfsame.watermark.SoundFormat;
import studio.selfsame.watermark.WatermarkDetector;
import studio.selfsame.watermark.WatermarkKey;

/** Looks for marks in the picture and in the sound of one file, in each until it is certain. */
final class WatermarkSearch {
    private static final int SOUND_RATE_HZ = 16_000;

    private final WatermarkDetector detector;

    WatermarkSearch(List<WatermarkKey> keys, Search search) {
        this.detector = WatermarkDetector.create(keys, search);
    }

    WatermarkFindings search(Media media, Path file) {
        long begun = System.nanoTime();
        try (MediaReader reader = media.open(file)) {
            WatermarkTrack picture = reader.probe().video().isPresent() ? picture(reader) : WatermarkTrack.NONE;
            WatermarkTrack sound = reader.probe().audio().isPresent() ? sound(reader) : WatermarkTrack.NONE;
            return WatermarkFindings.of(picture, sound, since(begun));
        }
    }

    /** The sound alone. */
    WatermarkTrack listen(Media media, Path file) {
        try (MediaReader reader = media.open(file)) {
            return reader.probe().audio().isPresent() ? sound(reader) : WatermarkTrack.NONE;
        }
    }

    private WatermarkTrack picture(MediaReader reader) {
        long begun = System.nanoTime();
        var size = reader.probe().video().orElseThrow();
        PictureDetector frames;
        try {
            frames = detector.picture(PictureFormat.of(size.widthPx(), size.heightPx()));
        } catch (IllegalArgumentException unfit) {
            return WatermarkTrack.without("inconclusive", Optional.ofNullable(unfit.getMessage()), since(begun));
        }
        var progress =
                new WatermarkProgress("looking at the picture", reader.probe().durationUs());
        Optional<String> broken = Optional.empty();
        try {
            for (var next = reader.nextFrame(); next.isPresent() && !frames.certain(); next = reader.nextFrame()) {
                VideoFrame frame = next.get();
                frames.accept(frame.y(), frame.presentationTimeUs());
                progress.at(frame.presentationTimeUs());
            }
        } catch (ProblemException damaged) {
            broken = Optional.of(
                    "the picture can only be read in part: " + damaged.problem().cause());
        }
        Detection result = frames.result();
        return WatermarkTrack.of(result, broken, since(begun));
    }

    private WatermarkTrack sound(MediaReader reader) {
        long begun = System.nanoTime();
        var progress =
                new WatermarkProgress("listening to the sound", reader.probe().durationUs());
        SoundDetector samples = detector.sound(new SoundFormat(SOUND_RATE_HZ, 1));
        Optional<String> broken = Optional.empty();
        try (SoundReader track = reader.sound(SOUND_RATE_HZ, 1).orElseThrow()) {
            long heardUs = 0;
            for (var next = track.next(); next.isPresent() && !samples.certain(); next = track.next()) {
                AudioSamples some = next.get();
                samples.accept(some.interleaved());
                heardUs += some.durationUs();
                progress.at(heardUs);
            }
        } catch (ProblemException damaged) {
            broken = Optional.of(
                    "the sound can only be read in part: " + damaged.problem().cause());
        }
        Detection result = samples.result();
        return WatermarkTrack.of(result, broken, since(begun));
    }

    private static long since(long begun) {
        return (System.nanoTime() - begun) / 1_000_000;
    }
}
