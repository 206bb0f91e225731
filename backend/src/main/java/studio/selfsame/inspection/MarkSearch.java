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
import studio.selfsame.watermark.PictureFormat;
import studio.selfsame.watermark.Search;
import studio.selfsame.watermark.SoundDetector;
import studio.selfsame.watermark.SoundFormat;
import studio.selfsame.watermark.WatermarkDetector;
import studio.selfsame.watermark.WatermarkKey;
import studio.selfsame.work.WorkMonitor;

/** Looks for this studio's marks; stops as soon as it is certain. */
@Component
class MarkSearch {
    private static final int SOUND_RATE_HZ = 16_000;
    private static final int SOUND_AT_ONCE = SOUND_RATE_HZ;
    private static final long LONGEST_US = 10L * 60 * 1_000_000;

    private final List<WatermarkKey> keys;

    MarkSearch(MarkKeys keys) {
        this.keys = keys.all();
    }

    Marks search(MediaReader reader, WorkMonitor monitor) {
        List<String> remarks = new ArrayList<>();
        Optional<String> picture = Optional.empty();
        Optional<String> sound = Optional.empty();
        try {
            picture = reader.probe().video().isPresent() ? picture(reader, monitor, remarks) : Optional.empty();
        } catch (ProblemException broken) {
            remarks.add(
                    "The picture can only be read in part: " + broken.problem().cause());
        }
        try {
            sound = reader.probe().audio().isPresent() ? sound(reader, monitor, remarks) : Optional.empty();
        } catch (ProblemException broken) {
            remarks.add(
                    "The sound can only be read in part: " + broken.problem().cause());
        }
        return new Marks(picture, sound, List.copyOf(remarks));
    }

    private Optional<String> picture(MediaReader reader, WorkMonitor monitor, List<String> remarks) {
        long durationUs = Math.clamp(reader.probe().durationUs(), 1, LONGEST_US);
        Optional<VideoFrame> next = reader.nextFrame();
        if (next.isEmpty()) {
            return Optional.empty();
        }
        VideoFrame first = next.get();
        PictureDetector detector;
        try {
            detector = WatermarkDetector.create(keys, Search.FULL)
                    .picture(PictureFormat.of(first.widthPx(), first.heightPx()));
        } catch (IllegalArgumentException unfit) {
            remarks.add("No mark can be looked for in a picture of this size.");
            return Optional.empty();
        }
        for (int seen = 0; next.isPresent() && !detector.certain(); next = reader.nextFrame(), seen++) {
            monitor.checkCancelled();
            VideoFrame frame = next.get();
            if (frame.presentationTimeUs() > LONGEST_US) {
                remarks.add("Only the first ten minutes of the picture were looked at.");
                break;
            }
            detector.accept(frame.y(), frame.presentationTimeUs());
            if (seen % 25 == 0) {
                double done = Math.min(1, (double) frame.presentationTimeUs() / durationUs);
                monitor.progress("looking for the mark in the picture", 0.1 + 0.6 * done, Map.of());
            }
        }
        return id(detector.result(), remarks);
    }

    private Optional<String> sound(MediaReader reader, WorkMonitor monitor, List<String> remarks) {
        monitor.progress("looking for the mark in the sound", 0.7, Map.of());
        Optional<AudioSamples> track = reader.readAudio(SOUND_RATE_HZ, 1);
        if (track.isEmpty() || track.get().frames() == 0) {
            return Optional.empty();
        }
        SoundDetector detector = WatermarkDetector.create(keys, Search.FULL).sound(new SoundFormat(SOUND_RATE_HZ, 1));
        float[] samples = track.get().interleaved();
        for (int at = 0; at < samples.length && !detector.certain(); at += SOUND_AT_ONCE) {
            monitor.checkCancelled();
            detector.accept(Arrays.copyOfRange(samples, at, Math.min(at + SOUND_AT_ONCE, samples.length)));
        }
        return id(detector.result(), remarks);
    }

    private static Optional<String> id(Detection detection, List<String> remarks) {
        return switch (detection) {
            case Detection.Found found -> Optional.of(found.payload().toHex());
            case Detection.Absent() -> Optional.empty();
            case Detection.Inconclusive(String why) -> {
                remarks.add(why.endsWith(".") ? why : why + ".");
                yield Optional.empty();
            }
        };
    }
}
