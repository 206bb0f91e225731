package studio.selfsame.watermark;

/**
 * What of a frame the mark could be: the frame at two samples per fine chip, high-passed, divided by the local mean
 * magnitude and clipped, so that no edge outweighs the rest.
 */
final class FrameResidual {
    private static final int REACH = 1;
    /** Greatest magnitude of a residual. */
    static final float CLIP = 3;
    /** Magnitude in luma levels that is as likely rounding as picture. */
    private static final float QUIET = 0.7f;

    private final AreaSampler sampler;
    private final BoxBlur blur;
    private final float[] samples;
    private final float[] smooth;

    FrameResidual(ChipLattice lattice) {
        this.sampler = new AreaSampler(lattice);
        this.blur = new BoxBlur(2 * lattice.rows(), 2 * lattice.columns());
        this.samples = new float[4 * lattice.cells()];
        this.smooth = new float[samples.length];
    }

    /** Adds the frame's residual to {@code sum}: twice as many rows and columns as the lattice has, zero outside the frame. */
    void addTo(float[] sum, byte[] luma) {
        sampler.sample(luma, samples);
        blur.of(samples, smooth, REACH);
        for (int i = 0; i < samples.length; i++) {
            samples[i] -= smooth[i];
            smooth[i] = Math.abs(samples[i]);
        }
        blur.of(smooth, smooth, REACH);
        for (int i = 0; i < samples.length; i++) {
            samples[i] = Math.max(-CLIP, Math.min(CLIP, samples[i] / (smooth[i] + QUIET)));
        }
        sampler.blankOutside(samples);
        for (int i = 0; i < samples.length; i++) {
            sum[i] += samples[i];
        }
    }
}
