package studio.selfsame.inspection.child;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import studio.selfsame.media.AudioSamples;
import studio.selfsame.media.MediaReader;
import studio.selfsame.media.SoundReader;
import studio.selfsame.media.VideoFrame;
import studio.selfsame.problem.ProblemException;
import studio.selfsame.watermark.Alteration;
import studio.selfsame.watermark.Detection;
import studio.selfsame.watermark.PictureDetector;
import studio.selfsame.watermark.PictureFingerprinter;
import studio.selfsame.watermark.PictureFormat;
import studio.selfsame.watermark.Search;
import studio.selfsame.watermark.SoundDetector;
import studio.selfsame.watermark.SoundFingerprinter;
import studio.selfsame.watermark.SoundFormat;
import studio.selfsame.watermark.WatermarkDetector;
import studio.selfsame.watermark.WatermarkKey;

/**
 * Looks for this studio's marks in footage, which may be an hour long: at full search in the first seconds, at common search
 * (any scale, any start) in the first two minutes, and after that in ten seconds of every thirty; in all of the sound. The first
 * minute is what fingerprints are taken of. What costs little comes first: a turned or sped up picture is looked for once nothing
 * else was found, which takes longer than all the rest.
 */
final class FootageSearch {
    private static final long SECOND_US = 1_000_000;
    private static final long THOROUGH_US = 12 * SECOND_US;
    private static final long WHOLE_US = 120 * SECOND_US;
    private static final long EVERY_US = 30 * SECOND_US;
    private static final long STRETCH_US = 10 * SECOND_US;
    private static final long PRINT_US = 60 * SECOND_US;
    private static final int FRAMES_BETWEEN_WORDS = 25;

    private final List<WatermarkKey> keys;
    private final ParentLine parent;
    private long durationUs;

    FootageSearch(List<WatermarkKey> keys, ParentLine parent) {
        this.keys = keys;
        this.parent = parent;
    }

    /** @param fromUs first time looked at */
    record Stretch(long fromUs, long toUs) {}

    /** What of a picture so long is looked at, after what is searched in full. */
    static List<Stretch> stretches(long durationUs) {
        List<Stretch> all = new ArrayList<>();
        all.add(new Stretch(THOROUGH_US, WHOLE_US));
        for (long from = WHOLE_US + EVERY_US - STRETCH_US; from < durationUs; from += EVERY_US) {
            all.add(new Stretch(from, from + STRETCH_US));
        }
        return all.stream().filter(stretch -> stretch.fromUs() < durationUs).toList();
    }

    /** Tells of the first mark found, and, where there is none, of picture and sound. */
    void search(MediaReader reader) throws IOException {
        durationUs = Math.max(1, reader.probe().durationUs());
        Optional<PictureFormat> format = reader.nextFrame().flatMap(FootageSearch::format);
        if (format.isPresent()) {
            picture(reader, format.get());
        } else {
            sound(reader);
        }
    }

    private void picture(MediaReader reader, PictureFormat format) throws IOException {
        PictureDetector thorough = WatermarkDetector.create(keys, Search.FULL).picture(format);
        PictureFingerprinter printer = PictureFingerprinter.create(format);
        look(reader, new Stretch(0, THOROUGH_US), thorough, printer);
        Detection found = thorough.certain() ? thorough.result() : common(reader, format, printer);
        if (!(found instanceof Detection.Found)) {
            if (sound(reader)) {
                return;
            }
            found = thorough.result();
        }
        Optional<byte[]> print = Optional.of(printer.finish().bytes());
        parent.found(Evidence.of(
                found instanceof Detection.Found mark
                        ? new Evidence.Seen(
                                Optional.of(mark.payload().toHex()),
                                Optional.of((Alteration.OfPicture) mark.alteration()),
                                print)
                        : new Evidence.Seen(Optional.empty(), Optional.empty(), print),
                List.of()));
    }

    private Detection common(MediaReader reader, PictureFormat format, PictureFingerprinter printer)
            throws IOException {
        Detection found = new Detection.Absent();
        Iterator<Stretch> rest = stretches(durationUs).iterator();
        while (rest.hasNext() && !(found instanceof Detection.Found)) {
            PictureDetector detector =
                    WatermarkDetector.create(keys, Search.COMMON).picture(format);
            look(reader, rest.next(), detector, printer);
            found = detector.result();
        }
        return found;
    }

    /** Whether it bears a mark. */
    private boolean sound(MediaReader reader) throws IOException {
        if (reader.probe().audio().isEmpty()) {
            return false;
        }
        Evidence.Heard heard = listen(reader);
        parent.found(Evidence.of(heard, List.of()));
        return heard.id().isPresent();
    }

    private static Optional<PictureFormat> format(VideoFrame frame) {
        try {
            return Optional.of(PictureFormat.of(frame.widthPx(), frame.heightPx()));
        } catch (IllegalArgumentException unfit) {
            return Optional.empty();
        }
    }

    private void look(MediaReader reader, Stretch stretch, PictureDetector detector, PictureFingerprinter printer)
            throws IOException {
        reader.seek(stretch.fromUs());
        int seen = 0;
        for (var next = reader.nextFrame(); next.isPresent() && !detector.certain(); next = reader.nextFrame()) {
            VideoFrame frame = next.get();
            if (frame.presentationTimeUs() >= stretch.toUs()) {
                return;
            }
            if (seen++ % FRAMES_BETWEEN_WORDS == 0) {
                parent.at(Stage.PICTURE, frame.presentationTimeUs() / (double) durationUs);
            }
            detector.accept(frame.y(), frame.presentationTimeUs());
            if (frame.presentationTimeUs() < PRINT_US) {
                printer.accept(frame.y(), frame.presentationTimeUs());
            }
        }
    }

    private Evidence.Heard listen(MediaReader reader) throws IOException {
        SoundFormat format = new SoundFormat(SoundSearch.RATE_HZ, 1);
        SoundDetector thorough = WatermarkDetector.create(keys, Search.FULL).sound(format);
        SoundDetector detector = WatermarkDetector.create(keys, Search.COMMON).sound(format);
        SoundFingerprinter printer = SoundFingerprinter.create(format);
        try (SoundReader sound = reader.sound(SoundSearch.RATE_HZ, 1).orElseThrow()) {
            long heard = 0;
            for (var next = sound.next(); next.isPresent() && !certain(thorough, detector); next = sound.next()) {
                AudioSamples samples = next.get();
                long atUs = heard * SECOND_US / SoundSearch.RATE_HZ;
                parent.at(Stage.SOUND, atUs / (double) durationUs);
                float[] some = SoundSearch.finite(samples.interleaved());
                if (atUs < PRINT_US) {
                    thorough.accept(some);
                    printer.accept(some);
                } else {
                    detector.accept(some);
                }
                heard += samples.frames();
            }
        } catch (ProblemException brokenOff) {
            // What was heard until then counts; footage is watched, its sound may well be damaged.
        }
        Detection found = thorough.result() instanceof Detection.Found mark ? mark : detector.result();
        Optional<byte[]> print = Optional.of(printer.finish().bytes());
        return found instanceof Detection.Found mark
                ? new Evidence.Heard(
                        Optional.of(mark.payload().toHex()), Optional.of((Alteration.OfSound) mark.alteration()), print)
                : new Evidence.Heard(Optional.empty(), Optional.empty(), print);
    }

    private static boolean certain(SoundDetector thorough, SoundDetector detector) {
        return thorough.certain() || detector.certain();
    }
}
