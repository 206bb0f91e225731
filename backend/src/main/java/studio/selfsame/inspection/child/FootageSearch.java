package studio.selfsame.inspection;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import studio.selfsame.media.AudioSamples;
import studio.selfsame.media.MediaReader;
import studio.selfsame.media.SoundReader;
import studio.selfsame.media.VideoFrame;
import studio.selfsame.problem.ProblemException;
import studio.selfsame.sealing.MarkKeys;
import studio.selfsame.watermark.Detection;
import studio.selfsame.watermark.PictureDetector;
import studio.selfsame.watermark.PictureFingerprint;
import studio.selfsame.watermark.PictureFingerprinter;
import studio.selfsame.watermark.PictureFormat;
import studio.selfsame.watermark.Search;
import studio.selfsame.watermark.SoundDetector;
import studio.selfsame.watermark.SoundFingerprinter;
import studio.selfsame.watermark.SoundFormat;
import studio.selfsame.watermark.WatermarkDetector;
import studio.selfsame.watermark.WatermarkKey;
import studio.selfsame.work.WorkMonitor;

/**
 * Looks for this studio's marks in footage, which may be an hour long: at full search in the first seconds, at common search
 * (any scale, any start) in the first two minutes, and after that in ten seconds of every thirty; in all of the sound. The first
 * minute is what fingerprints are taken of.
 */
@Component
class FootageMarks {
    private static final long SECOND_US = 1_000_000;
    private static final long THOROUGH_US = 12 * SECOND_US;
    private static final long WHOLE_US = 120 * SECOND_US;
    private static final long EVERY_US = 30 * SECOND_US;
    private static final long STRETCH_US = 10 * SECOND_US;
    private static final long PRINT_US = 60 * SECOND_US;
    private static final int SOUND_RATE_HZ = 16_000;
    private static final int FRAMES_PER_CHECK = 25;

    private final List<WatermarkKey> keys;

    FootageMarks(MarkKeys keys) {
        this.keys = keys.all();
    }

    /** @param fromUs first time looked at */
    record Stretch(long fromUs, long toUs, Search search) {}

    /** What of a picture so long is looked at. */
    static List<Stretch> stretches(long durationUs) {
        List<Stretch> all = new ArrayList<>();
        all.add(new Stretch(0, THOROUGH_US, Search.FULL));
        all.add(new Stretch(THOROUGH_US, WHOLE_US, Search.COMMON));
        for (long from = WHOLE_US + EVERY_US - STRETCH_US; from < durationUs; from += EVERY_US) {
            all.add(new Stretch(from, from + STRETCH_US, Search.COMMON));
        }
        return all.stream().filter(stretch -> stretch.fromUs() < durationUs).toList();
    }

    Marks search(MediaReader reader, WorkMonitor monitor) {
        Optional<PictureFormat> format = reader.nextFrame().flatMap(FootageMarks::format);
        Optional<PictureFingerprinter> printer = format.map(PictureFingerprinter::create);
        Optional<Sighting> picture = Optional.empty();
        if (format.isPresent()) {
            List<Stretch> all = stretches(Math.max(1, reader.probe().durationUs()));
            for (int i = 0; i < all.size() && picture.isEmpty(); i++) {
                monitor.progress("looking for the studio's mark", 0, Map.of());
                picture = look(reader, all.get(i), format.get(), printer.orElseThrow(), monitor);
            }
        }
        Optional<PictureFingerprint> print = printer.map(PictureFingerprinter::finish);
        if (picture.isPresent() || reader.probe().audio().isEmpty()) {
            return new Marks(picture, Optional.empty(), print, Optional.empty(), List.of());
        }
        return listen(reader, monitor, print);
    }

    private static Optional<PictureFormat> format(VideoFrame frame) {
        try {
            return Optional.of(PictureFormat.of(frame.widthPx(), frame.heightPx()));
        } catch (IllegalArgumentException unfit) {
            return Optional.empty();
        }
    }

    private Optional<Sighting> look(
            MediaReader reader,
            Stretch stretch,
            PictureFormat format,
            PictureFingerprinter printer,
            WorkMonitor monitor) {
        PictureDetector detector =
                WatermarkDetector.create(keys, stretch.search()).picture(format);
        reader.seek(stretch.fromUs());
        int seen = 0;
        for (var next = reader.nextFrame(); next.isPresent() && !detector.certain(); next = reader.nextFrame()) {
            VideoFrame frame = next.get();
            if (frame.presentationTimeUs() >= stretch.toUs()) {
                break;
            }
            if (seen++ % FRAMES_PER_CHECK == 0) {
                monitor.checkCancelled();
            }
            detector.accept(frame.y(), frame.presentationTimeUs());
            if (frame.presentationTimeUs() < PRINT_US) {
                printer.accept(frame.y(), frame.presentationTimeUs());
            }
        }
        return sighting(detector.result());
    }

    private Marks listen(MediaReader reader, WorkMonitor monitor, Optional<PictureFingerprint> picturePrint) {
        SoundFormat format = new SoundFormat(SOUND_RATE_HZ, 1);
        SoundDetector thorough = WatermarkDetector.create(keys, Search.FULL).sound(format);
        SoundDetector detector = WatermarkDetector.create(keys, Search.COMMON).sound(format);
        SoundFingerprinter printer = SoundFingerprinter.create(format);
        try (SoundReader sound = reader.sound(SOUND_RATE_HZ, 1).orElseThrow()) {
            long heard = 0;
            for (var next = sound.next(); next.isPresent() && !certain(thorough, detector); next = sound.next()) {
                monitor.checkCancelled();
                AudioSamples samples = next.get();
                long atUs = heard * SECOND_US / SOUND_RATE_HZ;
                if (atUs < PRINT_US) {
                    thorough.accept(samples.interleaved());
                    printer.accept(samples.interleaved());
                } else {
                    detector.accept(samples.interleaved());
                }
                heard += samples.frames();
            }
        } catch (ProblemException brokenOff) {
            // What was heard until then counts; footage is watched, its sound may well be damaged.
            monitor.checkCancelled();
        }
        Optional<Sighting> found = sighting(thorough.result()).or(() -> sighting(detector.result()));
        return new Marks(Optional.empty(), found, picturePrint, Optional.of(printer.finish()), List.of());
    }

    private static boolean certain(SoundDetector thorough, SoundDetector detector) {
        return thorough.certain() || detector.certain();
    }

    private static Optional<Sighting> sighting(Detection detection) {
        return detection instanceof Detection.Found found
                ? Optional.of(new Sighting(found.payload().toHex(), found.alteration()))
                : Optional.empty();
    }
}
