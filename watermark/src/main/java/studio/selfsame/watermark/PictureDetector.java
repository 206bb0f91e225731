package studio.selfsame.watermark;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Looks for the mark in the frames of one video, blind: it needs nothing but the key.
 *
 * <p>Frames are summed up as they come and the keys are tried on the sum now and then, so that {@link #certain()} may let
 * the caller stop early. Memory does not grow with the length of the video. Any uniform scale of the marked picture will
 * do, and so will a start that was cut off; crops and rotations are not searched for. Not safe for use by several threads
 * at once.
 */
public final class PictureDetector {
    private static final long FIRST_TRY_US = 2_000_000;
    private static final long LAST_EARLY_TRY_US = 8_000_000;
    /** Material after which a window is closed, its mark sought alone and then in all that came so far. */
    private static final long WINDOW_US = 16_000_000;

    private static final long LEAST_FOR_ABSENT_US = 3_000_000;
    /** Correlation that chance does not reach, though the payload cannot be read. */
    private static final double TRACE = 0.72;

    private final ChipLattice lattice;
    private final FrameResidual residual;
    private final EpochFields fields;
    private final List<PictureReader> readers;
    private final EpochAccumulator total;
    private EpochAccumulator window;
    private boolean totalFilled;
    private long windowStartUs = -1;
    private long seenUs;
    private long lastUs = -1;
    private long nextTryUs = FIRST_TRY_US;
    private boolean untried;
    private double bestCorrelation;
    private Detection.@Nullable Found found;

    PictureDetector(List<WatermarkKey> keys, Search search, PictureFormat format) {
        this.lattice = new ChipLattice(format.widthPx(), format.heightPx());
        this.residual = new FrameResidual(lattice);
        this.fields = new EpochFields(lattice);
        this.readers = keys.stream().map(key -> new PictureReader(key, lattice)).toList();
        this.total = new EpochAccumulator(lattice.cells());
        this.window = new EpochAccumulator(lattice.cells());
    }

    /**
     * Takes one frame. Does nothing once {@link #certain()}.
     *
     * @param luma 8-bit luma, width × height without padding; left as it is
     * @param presentationTimeUs presentation time in microseconds, not negative, not before the last frame's
     * @throws IllegalArgumentException if the plane has another size or time runs backwards
     */
    public void accept(byte[] luma, long presentationTimeUs) {
        Checks.plane(luma, lattice.widthPx(), lattice.heightPx());
        Checks.time(presentationTimeUs);
        if (presentationTimeUs < lastUs) {
            throw new IllegalArgumentException(
                    "The frame at %d µs comes after the one at %d µs".formatted(presentationTimeUs, lastUs));
        }
        if (found != null) {
            return;
        }
        seenUs += lastUs < 0 ? 0 : presentationTimeUs - lastUs;
        lastUs = presentationTimeUs;
        windowStartUs = windowStartUs < 0 ? presentationTimeUs : windowStartUs;
        window.add(residual, luma, presentationTimeUs);
        untried = true;
        if (presentationTimeUs - windowStartUs >= WINDOW_US) {
            closeWindow();
        } else if (seenUs >= nextTryUs && nextTryUs <= LAST_EARLY_TRY_US) {
            nextTryUs *= 2;
            attempt(window);
        }
    }

    /** Whether a payload has been found; further frames cannot change the answer. */
    public boolean certain() {
        return found != null;
    }

    /** The answer for all frames so far; more may follow. */
    public Detection result() {
        if (found == null && untried) {
            attempt(window);
            if (found == null && totalFilled) {
                EpochAccumulator all = new EpochAccumulator(lattice.cells());
                all.addAll(total);
                all.addAll(window);
                attempt(all);
            }
            untried = false;
        }
        if (found != null) {
            return found;
        }
        if (seenUs < LEAST_FOR_ABSENT_US) {
            return new Detection.Inconclusive("There is too little picture to look for a mark in");
        }
        return bestCorrelation > TRACE
                ? new Detection.Inconclusive("There are traces of a mark in the picture, too weak to be read")
                : new Detection.Absent();
    }

    private void closeWindow() {
        attempt(window);
        total.addAll(window);
        if (found == null && totalFilled) {
            attempt(total);
        }
        totalFilled = true;
        window = new EpochAccumulator(lattice.cells());
        windowStartUs = -1;
        untried = false;
    }

    private void attempt(EpochAccumulator accumulator) {
        for (PictureReader reader : readers) {
            for (PayloadCode.Reading reading : reader.read(accumulator, fields)) {
                bestCorrelation = Math.max(bestCorrelation, reading.correlation());
                if (found == null && reader.genuine(reading)) {
                    found = new Detection.Found(
                            reading.payload(),
                            reader.keyId(),
                            reading.correlation(),
                            lastUs,
                            Alteration.OfPicture.NONE);
                }
            }
        }
    }
}
