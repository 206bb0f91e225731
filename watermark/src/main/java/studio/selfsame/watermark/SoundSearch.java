package studio.selfsame.watermark;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Looks for the mark in sound at 16 kHz as it comes in. */
final class SoundSearch {
    /**
     * Frames after which a window is closed: its mark is sought alone and then in all that came so far. A few less than ten
     * seconds have, since codecs and resampling may cost some.
     */
    private static final int WINDOW_FRAMES = 1240;

    private static final int FIRST_TRY_FRAMES = WINDOW_FRAMES / 4;
    /** Least that is worth a full search after a window was closed. */
    private static final int LEAST_FRAMES = FIRST_TRY_FRAMES / 2;
    /** Closed windows kept, for marks that only the full search can place. */
    private static final int WINDOWS_KEPT = 2;

    private static final long FRAME_US = 1_000_000L * SoundSpectra.HOP / SoundRaster.RATE_HZ;
    private static final int CYCLE_FRAMES = SoundRaster.CYCLE_SLOTS * SoundSpectra.PER_SLOT;

    private final Search search;
    private final SoundSpectra spectra = new SoundSpectra();
    private final List<SoundReader> readers;
    private @Nullable SoundMap total;
    private long closedFrames;
    private int keptFrames;
    private int nextTryFrames = FIRST_TRY_FRAMES;
    private int triedFrames;
    private double bestCorrelation;
    private Detection.@Nullable Found found;

    SoundSearch(List<WatermarkKey> keys, Search search) {
        this.search = search;
        this.readers = keys.stream().map(SoundReader::new).toList();
    }

    /** Takes in what there is, one queue per channel; does nothing once something is found. */
    void advance(SampleQueue[] channels) {
        spectra.advance(channels);
        while (found == null && openFrames() >= nextTryFrames) {
            tryNow(nextTryFrames);
        }
    }

    private int openFrames() {
        return spectra.frames() - keptFrames;
    }

    private void tryNow(int frames) {
        SoundMap window = SoundMap.ofBands(spectra, keptFrames, keptFrames + frames);
        attempt(window);
        triedFrames = frames;
        if (frames < WINDOW_FRAMES) {
            nextTryFrames = 2 * frames;
            return;
        }
        if (found == null) {
            SoundMap sum = total == null ? SoundMap.emptyOfBands(CYCLE_FRAMES) : total;
            sum.add(window, (int) (closedFrames % CYCLE_FRAMES));
            if (closedFrames > 0) {
                attempt(sum);
            }
            total = sum;
        }
        attemptAll(frames);
        close();
    }

    private void close() {
        keptFrames += WINDOW_FRAMES;
        closedFrames += WINDOW_FRAMES;
        int tooMany = search == Search.FULL ? keptFrames - WINDOWS_KEPT * WINDOW_FRAMES : keptFrames;
        if (tooMany > 0) {
            spectra.drop(tooMany);
            keptFrames -= tooMany;
        }
        triedFrames = 0;
        nextTryFrames = WINDOW_FRAMES;
    }

    /** Tries what has come since the last try. */
    void finish() {
        int frames = openFrames();
        if (found != null || frames <= triedFrames) {
            return;
        }
        triedFrames = frames;
        SoundMap window = SoundMap.ofBands(spectra, keptFrames, keptFrames + frames);
        attempt(window);
        if (total != null) {
            SoundMap sum = SoundMap.emptyOfBands(CYCLE_FRAMES);
            sum.add(total, 0);
            sum.add(window, (int) (closedFrames % CYCLE_FRAMES));
            attempt(sum);
        }
        if (closedFrames == 0 || frames >= LEAST_FRAMES) {
            attemptAll(frames);
        }
    }

    Detection.@Nullable Found found() {
        return found;
    }

    /** The best correlation of any reading so far, 0..1. */
    double bestCorrelation() {
        return bestCorrelation;
    }

    long hypotheses() {
        return readers.stream().mapToLong(SoundReader::hypotheses).sum();
    }

    long tagTries() {
        return readers.stream().mapToLong(SoundReader::tagTries).sum();
    }

    long seenUs() {
        return (closedFrames + openFrames()) * FRAME_US;
    }

    private void attempt(SoundMap bands) {
        for (SoundReader reader : readers) {
            if (found == null) {
                accept(reader, reader.common(bands), true);
            }
        }
    }

    /** Tries the last ten seconds at all tempos and pitches, and what fits best there or fitted before in all that is kept. */
    private void attemptAll(int frames) {
        if (found != null || search != Search.FULL) {
            return;
        }
        int end = keptFrames + frames;
        int begin = Math.max(0, end - WINDOW_FRAMES);
        SoundMap fine = SoundMap.fine(spectra, begin, end);
        SoundMap longer = begin == 0 ? null : SoundMap.fine(spectra, 0, end);
        long first = closedFrames - keptFrames;
        for (SoundReader reader : readers) {
            accept(reader, reader.full(fine, first + begin), false);
            if (found == null && longer != null) {
                accept(reader, reader.remembered(longer, first), false);
            }
        }
    }

    private void accept(SoundReader reader, List<SoundReader.Result> results, boolean common) {
        for (SoundReader.Result result : results) {
            PayloadCode.Reading reading = result.reading();
            bestCorrelation = Math.max(bestCorrelation, reading.correlation());
            if (found == null && reader.genuine(reading)) {
                found = new Detection.Found(
                        reading.payload(),
                        reader.keyId(),
                        reading.correlation(),
                        seenUs(),
                        common
                                ? Alteration.OfSound.NONE
                                : new Alteration.OfSound(
                                        result.place().tempo(), result.place().pitch()));
            }
        }
    }
}
