package studio.selfsame.watermark;

/**
 * Marks the frames of one video, each in place.
 *
 * <p>Every frame gets the sum of a constant pattern, which survives pans, and one that changes every half second of
 * presentation time, which survives scenes that stand still. Not safe for use by several threads at once.
 */
public final class PictureEmbedder {
    /** Wanted root mean square of the mark in luma levels: 46 dB under the peak of 255, before rounding. */
    private static final double TARGET_RMS = 1.27;

    private static final double LEAST_GAIN = 0.4;
    private static final double MOST_GAIN = 1.3;
    /** Share of a new frame in the smoothed gain, so that the strength does not pump. */
    private static final double GAIN_STEP = 0.1;

    private final ChipLattice lattice;
    private final PerceptualMask mask;
    private final ChipRenderer renderer;
    private final float[] constant;
    private final float[][] varying = new float[PictureTimeline.PATTERNS][];
    private final float[] field;
    private double gain;

    PictureEmbedder(WatermarkKey key, Payload payload, PictureFormat format) {
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
     * Marks one frame.
     *
     * @param luma 8-bit limited-range luma, width × height without padding, changed in place; values stay within 16..235
     *     except where the frame's own did not
     * @param presentationTimeUs presentation time in microseconds, not negative
     * @throws IllegalArgumentException if the plane has another size or the time is negative
     */
    public void mark(byte[] luma, long presentationTimeUs) {
        Checks.plane(luma, lattice.widthPx(), lattice.heightPx());
        Checks.time(presentationTimeUs);
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
        renderer.add(field, luma);
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
