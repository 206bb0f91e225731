package studio.selfsame.watermark;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Takes the fingerprint of one video as its frames pass by: how light and dark move between the cells of a coarse grid,
 * every 120 ms, and how they lie, every 960 ms. Memory grows by 170 bytes per second of video. Not safe for use by several
 * threads at once.
 */
public final class PictureFingerprinter {
    static final long SLOT_US = 120_000;
    /** Motion is the mean of two slots less the mean of the two before. */
    static final int REACH = 2;

    static final int MOTIONS_PER_SCENE = 8;
    static final long MOST_US = 4 * 3_600_000_000L;
    /** Mean square of motion, in luma levels, under which it counts for less: what codecs do to things at rest. */
    private static final double MOTION_FLOOR = 1;
    /** The same of a picture's layout, far below anything but a blank frame. */
    private static final double SCENE_FLOOR = 4;

    private final PictureFormat format;
    private final @Nullable DeepLuma deep;
    private final GridSampler sampler;
    private final SlotMeans means = new SlotMeans(SLOT_US, this::slot);
    private final float[][] recent = new float[2 * REACH][GridSampler.CELLS];
    private final float[] layout = new float[GridSampler.CELLS];
    private final ByteArrayOutputStream motions = new ByteArrayOutputStream();
    private final ByteArrayOutputStream scenes = new ByteArrayOutputStream();
    private final byte[] map = new byte[GridMap.BYTES];
    private int slots;
    private int laidOut;
    private long firstUs = -1;
    private long lastUs;
    private boolean finished;

    private PictureFingerprinter(PictureFormat format) {
        this.format = format;
        this.deep = DeepLuma.of(format);
        this.sampler = new GridSampler(format);
    }

    /** A fingerprinter for the frames of one video. */
    public static PictureFingerprinter create(PictureFormat format) {
        return new PictureFingerprinter(format);
    }

    /**
     * Takes the next frame.
     *
     * @param luma 8-bit limited-range luma, width × height without padding, not changed
     * @param presentationTimeUs in microseconds, not negative, not before that of the last frame and at most four hours
     *     after that of the first
     * @throws IllegalArgumentException if the plane has another size or the time is none of these
     * @throws IllegalStateException after {@link #finish()}
     */
    public void accept(byte[] luma, long presentationTimeUs) {
        Checks.eightBit(format);
        Checks.plane(luma, format.widthPx(), format.heightPx());
        take(luma, presentationTimeUs);
    }

    /**
     * Takes the next frame of more than eight bits.
     *
     * @param luma limited-range luma of the format's depth, right-aligned, unsigned, width × height without padding, not
     *     changed
     * @param presentationTimeUs as for eight bits
     * @throws IllegalArgumentException if the plane has another size or depth, the format is of eight bits, or the time is
     *     not as it must be
     * @throws IllegalStateException after {@link #finish()}
     */
    public void accept(short[] luma, long presentationTimeUs) {
        take(Checks.deep(deep).coarse(luma), presentationTimeUs);
    }

    private void take(byte[] luma, long presentationTimeUs) {
        if (finished) {
            throw new IllegalStateException("The fingerprint has been taken already");
        }
        Checks.time(presentationTimeUs);
        if (firstUs < 0) {
            firstUs = presentationTimeUs;
        } else if (presentationTimeUs < lastUs || presentationTimeUs - firstUs > MOST_US) {
            throw new IllegalArgumentException(
                    "A frame at %d µs cannot follow one at %d µs: times must not go back, nor beyond four hours after the first"
                            .formatted(presentationTimeUs, lastUs));
        }
        lastUs = presentationTimeUs;
        means.accept(sampler.sample(luma), presentationTimeUs);
    }

    /**
     * The fingerprint of all frames.
     *
     * @throws IllegalStateException if called twice
     */
    public PictureFingerprint finish() {
        if (finished) {
            throw new IllegalStateException("The fingerprint has been taken already");
        }
        finished = true;
        return PictureFingerprint.of(motions.toByteArray(), scenes.toByteArray());
    }

    private void slot(float[] mean) {
        recent[slots % recent.length] = mean;
        slots++;
        if (slots < recent.length) {
            return;
        }
        float[] motion = new float[mean.length];
        for (int age = 0; age < recent.length; age++) {
            float weight = age < REACH ? 1f / REACH : -1f / REACH;
            float[] slot = recent[Math.floorMod(slots - 1 - age, recent.length)];
            for (int i = 0; i < motion.length; i++) {
                motion[i] += weight * slot[i];
            }
        }
        GridMap.write(motion, MOTION_FLOOR, map, 0);
        motions.writeBytes(map);
        layOut(mean);
    }

    private void layOut(float[] mean) {
        for (int i = 0; i < mean.length; i++) {
            layout[i] += mean[i];
        }
        laidOut++;
        if (laidOut < MOTIONS_PER_SCENE) {
            return;
        }
        float level = 0;
        for (float cell : layout) {
            level += cell / layout.length;
        }
        for (int i = 0; i < layout.length; i++) {
            layout[i] = (layout[i] - level) / MOTIONS_PER_SCENE;
        }
        GridMap.write(layout, SCENE_FLOOR, map, 0);
        scenes.writeBytes(map);
        Arrays.fill(layout, 0);
        laidOut = 0;
    }
}
