package studio.selfsame.inspection.child;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import studio.selfsame.media.MediaReader;
import studio.selfsame.media.VideoFrame;
import studio.selfsame.problem.ProblemException;
import studio.selfsame.watermark.Alteration;
import studio.selfsame.watermark.Detection;
import studio.selfsame.watermark.PictureDetector;
import studio.selfsame.watermark.PictureFingerprinter;
import studio.selfsame.watermark.PictureFormat;
import studio.selfsame.watermark.Search;
import studio.selfsame.watermark.WatermarkDetector;
import studio.selfsame.watermark.WatermarkKey;

/**
 * Looks for this studio's mark in the picture and takes its fingerprint: first all of it for a mark as it was made, then from
 * the beginning for one that was cropped, turned or sped up, which takes far longer. What is short is searched once, for both.
 */
final class PictureSearch {
    private static final long SHORT_US = 20_000_000;
    private static final long LONGEST_US = 600_000_000;
    /** Enough for a fingerprint, once the mark is known. */
    private static final long PRINT_US = 60_000_000;

    private static final double QUICK_SHARE = 0.5;
    private static final double SHARE = 0.75;
    private static final int FRAMES_BETWEEN_WORDS = 25;

    private final List<WatermarkKey> keys;
    private final Budget budget;
    private final ParentLine parent;
    private final List<String> remarks = new ArrayList<>();
    private long durationUs;
    private long searchedUs;
    private int frames;

    PictureSearch(List<WatermarkKey> keys, Budget budget, ParentLine parent) {
        this.keys = keys;
        this.budget = budget;
        this.parent = parent;
    }

    /** @param reader of a file with a picture, at its beginning */
    Evidence search(MediaReader reader) throws IOException {
        var video = reader.probe().video().orElseThrow();
        durationUs = Math.clamp(reader.probe().durationUs(), 1, LONGEST_US);
        PictureFormat format;
        try {
            format = PictureFormat.of(video.widthPx(), video.heightPx());
        } catch (IllegalArgumentException unfit) {
            remarks.add("No mark can be looked for in a picture of this size.");
            return Evidence.of(new Evidence.Seen(Optional.empty(), Optional.empty(), Optional.empty()), remarks);
        }
        PictureFingerprinter printer = PictureFingerprinter.create(format);
        boolean once = durationUs <= SHORT_US && budget.has(Budget.WIDE_LOOK, SHARE);
        Search first = once ? Search.FULL : Search.COMMON;
        Detection found = pass(reader, detector(first, format), printer, once ? SHARE : QUICK_SHARE);
        byte[] print = printer.finish().bytes();
        if (!once && !(found instanceof Detection.Found)) {
            found = further(reader, detector(Search.FULL, format), found);
        }
        return evidence(found, print);
    }

    private PictureDetector detector(Search search, PictureFormat format) {
        return WatermarkDetector.create(keys, search).picture(format);
    }

    private Detection pass(MediaReader reader, PictureDetector detector, PictureFingerprinter printer, double share)
            throws IOException {
        try {
            for (Optional<VideoFrame> next = next(reader, share); next.isPresent(); next = next(reader, share)) {
                VideoFrame frame = next.get();
                if (detector.certain() && frame.presentationTimeUs() > PRINT_US) {
                    return detector.result();
                }
                detector.accept(frame.y(), frame.presentationTimeUs());
                printer.accept(frame.y(), frame.presentationTimeUs());
            }
        } catch (ProblemException broken) {
            remarks.add(
                    "The picture can only be read in part: " + broken.problem().cause());
        }
        if (!detector.certain() && searchedUs < durationUs && budget.spent(share)) {
            remarks.add(
                    "Only the first %d seconds of the picture were searched for the mark: there was no time for more."
                            .formatted(searchedUs / 1_000_000));
        }
        return detector.certain() || !budget.spent(share) ? detector.result() : new Detection.Absent();
    }

    /** Empty at the end of the film, of what is looked at of it, and of the time for it. */
    private Optional<VideoFrame> next(MediaReader reader, double share) throws IOException {
        if (budget.spent(share)) {
            return Optional.empty();
        }
        Optional<VideoFrame> next = reader.nextFrame();
        if (next.isPresent() && next.get().presentationTimeUs() > LONGEST_US) {
            remarks.add("Only the first ten minutes of the picture were looked at.");
            return Optional.empty();
        }
        searchedUs = next.map(VideoFrame::presentationTimeUs).orElse(Math.max(searchedUs, durationUs));
        tell(0.5 * searchedUs / durationUs);
        return next;
    }

    private Detection further(MediaReader reader, PictureDetector detector, Detection soFar) throws IOException {
        long upTo = searchedUs;
        long seenUs = 0;
        try {
            reader.seek(0);
            while (seenUs < upTo && !detector.certain() && budget.has(Budget.WIDE_LOOK, SHARE)) {
                Optional<VideoFrame> next = reader.nextFrame();
                if (next.isEmpty()) {
                    seenUs = upTo;
                } else {
                    seenUs = next.get().presentationTimeUs();
                    detector.accept(next.get().y(), seenUs);
                    tell(0.5 + 0.5 * seenUs / upTo);
                }
            }
        } catch (ProblemException broken) {
            // the first pass has told of it
            seenUs = upTo;
        }
        if (detector.certain() || budget.has(Budget.WIDE_LOOK, SHARE)) {
            Detection full = detector.result();
            return full instanceof Detection.Absent ? soFar : full;
        }
        if (seenUs < upTo) {
            remarks.add(
                    ("Only the first %d seconds were searched for a mark in a picture that was cropped, turned or sped up:"
                                    + " there was no time for more.")
                            .formatted(seenUs / 1_000_000));
        }
        return soFar;
    }

    private void tell(double done) throws IOException {
        if (frames++ % FRAMES_BETWEEN_WORDS == 0) {
            parent.at(Stage.PICTURE, done);
        }
    }

    private Evidence evidence(Detection detection, byte[] print) {
        if (detection instanceof Detection.Found found) {
            return Evidence.of(
                    new Evidence.Seen(
                            Optional.of(found.payload().toHex()),
                            Optional.of((Alteration.OfPicture) found.alteration()),
                            Optional.of(print)),
                    remarks);
        }
        if (detection instanceof Detection.Inconclusive(String why)) {
            remarks.add(why.endsWith(".") ? why : why + ".");
        }
        return Evidence.of(new Evidence.Seen(Optional.empty(), Optional.empty(), Optional.of(print)), remarks);
    }
}
