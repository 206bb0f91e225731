package studio.selfsame.inspection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import studio.selfsame.media.AudioSamples;
import studio.selfsame.media.MediaReader;
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
import studio.selfsame.watermark.SoundFingerprint;
import studio.selfsame.watermark.SoundFingerprinter;
import studio.selfsame.watermark.SoundFormat;
import studio.selfsame.watermark.WatermarkDetector;
import studio.selfsame.watermark.WatermarkKey;
import studio.selfsame.work.WorkMonitor;

/** Looks for this studio's marks until it is certain, and takes the fingerprints of what passes by. */
@Component
class MarkSearch {
    private static final int SOUND_RATE_HZ = 16_000;
    private static final int SOUND_AT_ONCE = SOUND_RATE_HZ;
    private static final long LONGEST_US = 10L * 60 * 1_000_000;
    /** Enough for a fingerprint, once the mark is known. */
    private static final long PRINT_US = 60L * 1_000_000;

    private final List<WatermarkKey> keys;

    MarkSearch(MarkKeys keys) {
        this.keys = keys.all();
    }

    private record Seen(Optional<Sighting> mark, Optional<PictureFingerprint> print) {
        static final Seen NOTHING = new Seen(Optional.empty(), Optional.empty());
    }

    private record Heard(Optional<Sighting> mark, Optional<SoundFingerprint> print) {
        static final Heard NOTHING = new Heard(Optional.empty(), Optional.empty());
    }

    Marks search(MediaReader reader, WorkMonitor monitor) {
        List<String> remarks = new ArrayList<>();
        Seen seen = Seen.NOTHING;
        Heard heard = Heard.NOTHING;
        try {
            seen = reader.probe().video().isPresent() ? picture(reader, monitor, remarks) : seen;
        } catch (ProblemException broken) {
            remarks.add(
                    "The picture can only be read in part: " + broken.problem().cause());
        }
        try {
            heard = reader.probe().audio().isPresent() ? sound(reader, monitor, remarks) : heard;
        } catch (ProblemException broken) {
            remarks.add(
                    "The sound can only be read in part: " + broken.problem().cause());
        }
        return new Marks(seen.mark(), heard.mark(), seen.print(), heard.print(), List.copyOf(remarks));
    }

    private Seen picture(MediaReader reader, WorkMonitor monitor, List<String> remarks) {
        long durationUs = Math.clamp(reader.probe().durationUs(), 1, LONGEST_US);
        Optional<VideoFrame> next = reader.nextFrame();
        if (next.isEmpty()) {
            return Seen.NOTHING;
        }
        VideoFrame first = next.get();
        PictureDetector detector;
        PictureFingerprinter printer;
        try {
            PictureFormat format = PictureFormat.of(first.widthPx(), first.heightPx());
            detector = WatermarkDetector.create(keys, Search.FULL).picture(format);
            printer = PictureFingerprinter.create(format);
        } catch (IllegalArgumentException unfit) {
            remarks.add("No mark can be looked for in a picture of this size.");
            return Seen.NOTHING;
        }
        for (int seen = 0; next.isPresent(); next = reader.nextFrame(), seen++) {
            monitor.checkCancelled();
            VideoFrame frame = next.get();
            boolean certain = detector.certain();
            if (certain && frame.presentationTimeUs() > PRINT_US) {
                break;
            }
            if (frame.presentationTimeUs() > LONGEST_US) {
                remarks.add("Only the first ten minutes of the picture were looked at.");
                break;
            }
            if (!certain) {
                detector.accept(frame.y(), frame.presentationTimeUs());
            }
            printer.accept(frame.y(), frame.presentationTimeUs());
            if (seen % 25 == 0) {
                double done = Math.min(1, (double) frame.presentationTimeUs() / durationUs);
                monitor.progress("looking for the mark in the picture", 0.1 + 0.6 * done, Map.of());
            }
        }
        return new Seen(sighting(detector.result(), remarks), Optional.of(printer.finish()));
    }

    private Heard sound(MediaReader reader, WorkMonitor monitor, List<String> remarks) {
        monitor.progress("looking for the mark in the sound", 0.7, Map.of());
        Optional<AudioSamples> track = reader.readAudio(SOUND_RATE_HZ, 1);
        if (track.isEmpty() || track.get().frames() == 0) {
            return Heard.NOTHING;
        }
        SoundFormat format = new SoundFormat(SOUND_RATE_HZ, 1);
        SoundDetector detector = WatermarkDetector.create(keys, Search.FULL).sound(format);
        SoundFingerprinter printer = SoundFingerprinter.create(format);
        float[] samples = track.get().interleaved();
        long printed = LONGEST_US / 1_000_000 * SOUND_RATE_HZ;
        for (int at = 0; at < samples.length && (at < printed || !detector.certain()); at += SOUND_AT_ONCE) {
            monitor.checkCancelled();
            float[] some = Arrays.copyOfRange(samples, at, Math.min(at + SOUND_AT_ONCE, samples.length));
            if (!detector.certain()) {
                detector.accept(some);
            }
            if (at < printed) {
                printer.accept(some);
            }
        }
        return new Heard(sighting(detector.result(), remarks), Optional.of(printer.finish()));
    }

    private static Optional<Sighting> sighting(Detection detection, List<String> remarks) {
        return switch (detection) {
            case Detection.Found found ->
                Optional.of(new Sighting(found.payload().toHex(), found.alteration()));
            case Detection.Absent() -> Optional.empty();
            case Detection.Inconclusive(String why) -> {
                remarks.add(why.endsWith(".") ? why : why + ".");
                yield Optional.empty();
            }
        };
    }
}
