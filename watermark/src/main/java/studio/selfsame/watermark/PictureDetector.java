package studio.selfsame.watermark;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Looks for the mark in the frames of one video, blind: it needs nothing but the key.
 *
 * <p>Frames are summed up as they come and the keys are tried on the sum now and then, so that {@link #certain()} may let
 * the caller stop early. Memory does not grow with the length of the video. With {@link Search#COMMON} any uniform scale of
 * the marked picture will do, and so will a start that was cut off. {@link Search#FULL} also finds what was cropped to half
 * its sides or padded to twice, mirrored, turned by right angles and by up to 11° besides, squeezed, slightly distorted, or
 * played at half to twice its speed; it uses up to four processors of the common pool, or of the {@link
 * java.util.concurrent.ForkJoinPool} it is called from. Not safe for use by several threads at once.
 */
public final class PictureDetector {
    private static final long FIRST_TRY_US = 2_000_000;
    private static final long LAST_EARLY_TRY_US = 8_000_000;
    /** From here on early tries look beyond the frame as it is. */
    private static final long UPRIGHT_FROM_US = 4_000_000;

    /** Time bins with frames that make a search worth its while. */
    private static final int LEAST_BINS = 8;

    private static final long LEAST_FOR_ABSENT_US = 3_000_000;

    private final Search breadth;
    private final PictureFormat format;
    private final @Nullable DeepLuma deep;
    private final ChipLattice lattice;
    private final FrameResidual residual;
    private final SeparableNoise noise;
    private final PictureSearch search;
    private @Nullable EpochAccumulator total;
    private EpochAccumulator window;
    private long windows;
    private long firstBin = -1;
    private long seenUs;
    private long lastUs = -1;
    private long nextTryUs = FIRST_TRY_US;
    private boolean untried;
    private Detection.@Nullable Found found;

    PictureDetector(List<WatermarkKey> keys, Search breadth, PictureFormat format) {
        this.breadth = breadth;
        this.format = format;
        this.deep = DeepLuma.of(format);
        this.lattice = new ChipLattice(format.widthPx(), format.heightPx());
        this.residual = new FrameResidual(lattice);
        this.noise = new SeparableNoise(2 * lattice.rows(), 2 * lattice.columns());
        this.search = new PictureSearch(keys, breadth, lattice);
        this.window = new EpochAccumulator(4 * lattice.cells());
    }

    /**
     * Takes one frame. Does nothing once {@link #certain()}.
     *
     * @param luma 8-bit luma, width × height without padding; left as it is
     * @param presentationTimeUs presentation time in microseconds, not negative, not before the last frame's
     * @throws IllegalArgumentException if the plane has another size, the format another depth, or time runs backwards
     */
    public void accept(byte[] luma, long presentationTimeUs) {
        Checks.eightBit(format);
        Checks.plane(luma, lattice.widthPx(), lattice.heightPx());
        take(luma, presentationTimeUs);
    }

    /**
     * Takes one frame of more than eight bits. Does nothing once {@link #certain()}.
     *
     * @param luma luma of the format's depth, right-aligned, unsigned, width × height without padding; left as it is
     * @param presentationTimeUs presentation time in microseconds, not negative, not before the last frame's
     * @throws IllegalArgumentException if the plane has another size or depth, the format is of eight bits, or time runs
     *     backwards
     */
    public void accept(short[] luma, long presentationTimeUs) {
        take(Checks.deep(deep).coarse(luma), presentationTimeUs);
    }

    private void take(byte[] luma, long presentationTimeUs) {
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
        long bin = PictureTimeline.bin(presentationTimeUs);
        if (firstBin >= 0 && bin >= firstBin + PictureTimeline.BINS) {
            closeWindow();
        }
        firstBin = firstBin < 0 ? bin : firstBin;
        window.add(residual, luma, (int) (bin - firstBin));
        untried = true;
        if (seenUs >= nextTryUs && nextTryUs <= LAST_EARLY_TRY_US) {
            List<SearchStage> stages = new ArrayList<>(List.of(SearchStage.identity()));
            if (breadth == Search.FULL && nextTryUs >= UPRIGHT_FROM_US) {
                stages.add(SearchStage.upright());
            }
            nextTryUs *= 2;
            attempt(window, false, stages);
        }
    }

    /** Whether a payload has been found; further frames cannot change the answer. */
    public boolean certain() {
        return found != null;
    }

    /** The answer for all frames so far; more may follow. */
    public Detection result() {
        if (found == null && untried) {
            attempt(window, false, stages(true));
            if (found == null && total != null) {
                EpochAccumulator all = new EpochAccumulator(window.cells());
                all.addAll(total, 0);
                all.addAll(window, (int) (firstBin % PictureTimeline.BINS));
                attempt(all, true, stages(true));
            }
            untried = false;
        }
        if (found != null) {
            return found;
        }
        if (seenUs < LEAST_FOR_ABSENT_US) {
            return new Detection.Inconclusive("There is too little picture to look for a mark in");
        }
        return search.traces()
                ? new Detection.Inconclusive("There are traces of a mark in the picture, too weak to be read")
                : new Detection.Absent();
    }

    /**
     * How many hypotheses have been looked at so far, over all keys: one is one message decoded from one mixture of layers
     * at one place of one window with one key. Places at which the pilots alone were looked for and not seen are none.
     */
    public long hypotheses() {
        return search.hypotheses();
    }

    /** How many decoded messages have been put to the tag so far: at most {@link WatermarkDetector#MOST_TAG_TRIES} of a key. */
    public long tagTries() {
        return search.tagTries();
    }

    /** The whole search takes long, so it is done in the first windows of a long video and ever more rarely later on. */
    private List<SearchStage> stages(boolean last) {
        List<SearchStage> stages = new ArrayList<>(List.of(SearchStage.identity()));
        if (breadth == Search.FULL) {
            stages.add(SearchStage.upright());
            if (Long.bitCount(windows) <= 1 || last && windows <= 2) {
                stages.addAll(SearchStage.wide());
            }
        }
        return stages;
    }

    private void closeWindow() {
        boolean enough = window.bins() >= LEAST_BINS;
        if (enough) {
            windows++;
            attempt(window, false, stages(false));
        }
        EpochAccumulator sum = total == null ? new EpochAccumulator(window.cells()) : total;
        sum.addAll(window, (int) (firstBin % PictureTimeline.BINS));
        if (enough && total != null) {
            attempt(sum, true, stages(false));
        }
        total = sum;
        window = new EpochAccumulator(window.cells());
        firstBin = -1;
        untried = false;
    }

    private void attempt(EpochAccumulator accumulator, boolean round, List<SearchStage> stages) {
        if (found != null) {
            return;
        }
        PictureEvidence evidence = new PictureEvidence(accumulator, round, noise);
        PictureSearch.Hit hit = accumulator.bins() < LEAST_BINS ? null : search.search(evidence, stages);
        if (hit != null) {
            found = new Detection.Found(
                    hit.reading().payload(), hit.keyId(), hit.reading().correlation(), lastUs, hit.alteration());
        }
    }
}
