package studio.selfsame.inspection.child;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import studio.selfsame.media.AudioSamples;
import studio.selfsame.media.SoundReader;
import studio.selfsame.problem.ProblemException;
import studio.selfsame.watermark.Alteration;
import studio.selfsame.watermark.Detection;
import studio.selfsame.watermark.Search;
import studio.selfsame.watermark.SoundDetector;
import studio.selfsame.watermark.SoundFingerprinter;
import studio.selfsame.watermark.SoundFormat;
import studio.selfsame.watermark.WatermarkDetector;
import studio.selfsame.watermark.WatermarkKey;

/** {@link PictureSearch} for the sound: all of it for a mark as it was made, then for one at another tempo or pitch. */
final class SoundSearch {
    static final int RATE_HZ = 16_000;
    private static final SoundFormat FORMAT = new SoundFormat(RATE_HZ, 1);
    private static final int SHORT_S = 20;
    private static final int LONGEST_S = 600;
    private static final double QUICK_SHARE = 0.85;

    private final List<WatermarkKey> keys;
    private final Budget budget;
    private final ParentLine parent;
    private final List<String> remarks = new ArrayList<>();
    private long samples;

    SoundSearch(List<WatermarkKey> keys, Budget budget, ParentLine parent) {
        this.keys = keys;
        this.budget = budget;
        this.parent = parent;
    }

    /** Opens the sound at its beginning. */
    @FunctionalInterface
    interface Sound {
        Optional<SoundReader> open();
    }

    /**
     * @param durationUs what the file says
     * @return nothing where there is no sound
     */
    Evidence search(Sound sound, long durationUs) throws IOException {
        boolean once = durationUs <= SHORT_S * 1_000_000L && budget.has(Budget.WIDE_LOOK, 1);
        SoundFingerprinter printer = SoundFingerprinter.create(FORMAT);
        SoundDetector first = detector(once ? Search.FULL : Search.COMMON);
        pass(sound, first, Optional.of(printer), once ? 1 : QUICK_SHARE, durationUs);
        if (samples == 0 && !budget.spent(once ? 1 : QUICK_SHARE)) {
            return Evidence.remark(remarks.toArray(String[]::new));
        }
        if (budget.spent(once ? 1 : QUICK_SHARE) && !first.certain()) {
            remarks.add("Only the first %d seconds of the sound were searched for the mark: there was no time for more."
                    .formatted(samples / RATE_HZ));
        }
        Detection found = result(first, once ? 1 : QUICK_SHARE);
        if (!once && !(found instanceof Detection.Found) && budget.has(Budget.WIDE_LOOK, 1)) {
            found = further(sound, found, durationUs);
        }
        return evidence(found, printer.finish().bytes());
    }

    private SoundDetector detector(Search search) {
        return WatermarkDetector.create(keys, search).sound(FORMAT);
    }

    private Detection further(Sound sound, Detection soFar, long durationUs) throws IOException {
        long before = samples;
        SoundDetector detector = detector(Search.FULL);
        pass(sound, detector, Optional.empty(), 1, durationUs);
        if (!detector.certain() && samples < before && budget.spent(1)) {
            remarks.add(
                    ("Only the first %d seconds of the sound were searched for a mark at another tempo or pitch: there was"
                                    + " no time for more.")
                            .formatted(samples / RATE_HZ));
            return soFar;
        }
        Detection full = result(detector, 1);
        return full instanceof Detection.Absent ? soFar : full;
    }

    private void pass(
            Sound sound, SoundDetector detector, Optional<SoundFingerprinter> printer, double share, long durationUs)
            throws IOException {
        samples = 0;
        try {
            Optional<SoundReader> opened = sound.open();
            if (opened.isEmpty()) {
                return;
            }
            try (SoundReader reader = opened.get()) {
                boolean more = true;
                while (more && !budget.spent(share) && (printer.isPresent() || !detector.certain())) {
                    more = take(reader.next(), detector, printer);
                    parent.at(Stage.SOUND, share * samples / RATE_HZ * 1e6 / Math.max(1, durationUs));
                }
            }
        } catch (ProblemException broken) {
            remarks.add(
                    "The sound can only be read in part: " + broken.problem().cause());
        }
    }

    private boolean take(Optional<AudioSamples> next, SoundDetector detector, Optional<SoundFingerprinter> printer) {
        if (next.isEmpty()) {
            return false;
        }
        float[] all = next.get().interleaved();
        int room = (int) Math.min(all.length, (long) LONGEST_S * RATE_HZ - samples);
        if (room < all.length) {
            remarks.add("Only the first ten minutes of the sound were listened to.");
        }
        float[] some = finite(Arrays.copyOf(all, room));
        detector.accept(some);
        printer.ifPresent(taking -> taking.accept(some));
        samples += room;
        return room == all.length;
    }

    /** Some codecs can hold what is no number. */
    static float[] finite(float[] samples) {
        for (int i = 0; i < samples.length; i++) {
            samples[i] = Float.isFinite(samples[i]) ? samples[i] : 0;
        }
        return samples;
    }

    private Detection result(SoundDetector detector, double share) {
        return detector.certain() || !budget.spent(share) ? detector.result() : new Detection.Absent();
    }

    private Evidence evidence(Detection detection, byte[] print) {
        if (detection instanceof Detection.Found found) {
            return Evidence.of(
                    new Evidence.Heard(
                            Optional.of(found.payload().toHex()),
                            Optional.of((Alteration.OfSound) found.alteration()),
                            Optional.of(print)),
                    remarks);
        }
        if (detection instanceof Detection.Inconclusive(String why)) {
            remarks.add(why.endsWith(".") ? why : why + ".");
        }
        return Evidence.of(new Evidence.Heard(Optional.empty(), Optional.empty(), Optional.of(print)), remarks);
    }
}
