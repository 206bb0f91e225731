package studio.selfsame.watermark;

import org.jspecify.annotations.Nullable;

/**
 * Marks the frames of one video, each in place.
 *
 * <p>Every frame gets the sum of a constant pattern, which survives pans, and one that changes every half second of
 * presentation time, which survives scenes that stand still. Frames that bear a mark of the same key already are refused as
 * soon as that is certain, mostly after two seconds. Not safe for use by several threads at once.
 */
public final class PictureEmbedder {
    /** Wanted root mean square of the mark in luma levels: 46 dB under the peak of 255, before rounding. */
    private static final double TARGET_RMS = 1.27;

    private static final double LEAST_GAIN = 0.4;
    private static final double MOST_GAIN = 1.35;
    /** Share of a new frame in the smoothed gain, so that the strength does not pump. */
    private static final double GAIN_STEP = 0.1;

    private final PictureFormat format;
    private final PictureGuard guard;
    private final @Nullable DeepLuma deep;
    private final ChipLattice lattice;
    private final PerceptualMask mask;
    private final ChipRenderer renderer;
    private final float[] constant;
    private final float[][] varying = new float[PictureTimeline.PATTERNS][];
    private final float[] field;
    private double gain;
    private boolean finished;

    PictureEmbedder(WatermarkKey key, Payload payload, PictureFormat format) {
        this.format = format;
        this.guard = new PictureGuard(key, format);
        this.deep = DeepLuma.of(format);
        this.lattice = new ChipLattice(format.widthPx(), format.heightPx());
        this.mask = new PerceptualMask(lattice);
        this.renderer = new ChipRenderer(lattice);
        byte[] symbols = new PayloadCode(key, "picture").encode(payload);
        ChipDraw draw = new ChipDraw(key);
        this.constant = layer(draw, symbols, PictureChips.CONSTANT, PictureLayers.CONSTANT);
        addPilot(constant, draw, PilotChips.STEADY, PictureLayers.STEADY_PILOT);
        for (int pattern = 0; pattern < varying.length; pattern++) {
            varying[pattern] = layer(draw, symbols, pattern, PictureLayers.VARYING);
            addPilot(varying[pattern], draw, PilotChips.ALTERNATING, PictureLayers.ALTERNATING_PILOT);
        }
        this.field = new float[lattice.cells()];
    }

    private float[] layer(ChipDraw draw, byte[] symbols, int pattern, float amplitude) {
        float[] heights = new PictureChips(draw, lattice.rows(), lattice.columns(), pattern).modulate(symbols);
        for (int i = 0; i < heights.length; i++) {
            heights[i] *= amplitude;
        }
        return heights;
    }

    private void addPilot(float[] layer, ChipDraw draw, int pilot, float amplitude) {
        float[] heights = PilotChips.heights(draw, lattice.rows(), lattice.columns(), pilot);
        for (int i = 0; i < layer.length; i++) {
            layer[i] += amplitude * heights[i];
        }
    }

    /**
     * Marks one frame of eight bits.
     *
     * @param luma 8-bit limited-range luma, width × height without padding, changed in place; values stay within 16..235
     *     except where the frame's own did not
     * @param presentationTimeUs presentation time in microseconds, not negative
     * @throws IllegalArgumentException if the plane has another size, the format another depth, or the time is negative
     * @throws AlreadyMarkedException if the frames so far bear a mark of this key; this frame is left as it is
     * @throws IllegalStateException after {@link #finish()}
     */
    public void mark(byte[] luma, long presentationTimeUs) {
        Checks.eightBit(format);
        Checks.plane(luma, lattice.widthPx(), lattice.heightPx());
        draw(luma, presentationTimeUs);
        renderer.add(field, luma);
    }

    /**
     * Marks one frame of more than eight bits, as visibly as one of eight.
     *
     * @param luma limited-range luma of the format's depth, right-aligned, unsigned, width × height without padding, changed
     *     in place
     * @param presentationTimeUs presentation time in microseconds, not negative
     * @throws IllegalArgumentException if the plane has another size or depth, the format is of eight bits, or the time is
     *     negative
     * @throws AlreadyMarkedException if the frames so far bear a mark of this key; this frame is left as it is
     * @throws IllegalStateException after {@link #finish()}
     */
    public void mark(short[] luma, long presentationTimeUs) {
        DeepLuma deeper = Checks.deep(deep);
        draw(deeper.coarse(luma), presentationTimeUs);
        renderer.add(field, luma, deeper.scale());
    }

    /**
     * Looks a last time whether the frames were marked before, which short clips need.
     *
     * @throws AlreadyMarkedException if they bear a mark of this key: what was marked now should be thrown away
     * @throws IllegalStateException if called twice
     */
    public void finish() {
        begin();
        finished = true;
        guard.refuse();
    }

    private void begin() {
        if (finished) {
            throw new IllegalStateException("The picture has been finished already");
        }
    }

    private void draw(byte[] luma, long presentationTimeUs) {
        begin();
        Checks.time(presentationTimeUs);
        if (guard.wants(presentationTimeUs)) {
            guard.look(luma, presentationTimeUs);
        }
        float[] strength = mask.of(luma);
        float strong = (float) nextGain(strength);
        int epoch = PictureTimeline.epoch(presentationTimeUs);
        int partner = PictureTimeline.fadePartner(presentationTimeUs);
        double fade = PictureTimeline.fade(presentationTimeUs);
        float[] own = varying[PictureTimeline.pattern(epoch)];
        float[] other = varying[PictureTimeline.pattern(partner)];
        float ownWeight = (float) ((1 - fade) * PictureTimeline.sign(epoch));
        float otherWeight = (float) (fade * PictureTimeline.sign(partner));
        for (int i = 0; i < field.length; i++) {
            field[i] = strong * strength[i] * (constant[i] + ownWeight * own[i] + otherWeight * other[i]);
        }
    }

    private double nextGain(float[] strength) {
        double power = 0;
        for (float s : strength) {
            power += s * s;
        }
        double rms = Math.sqrt(power / strength.length * ChipPulse.POWER);
        double wanted = Math.clamp(TARGET_RMS / rms, LEAST_GAIN, MOST_GAIN);
        gain = gain == 0 ? wanted : gain + GAIN_STEP * (wanted - gain);
        return gain;
    }
}
