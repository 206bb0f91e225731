package studio.selfsame.watermark;

import java.util.Arrays;

/**
 * What of a frame the mark could be: the frame at two samples per fine chip, high-passed, divided by the local mean
 * magnitude and clipped, so that no edge outweighs the rest, and then matched to the chip pulse.
 */
final class FrameResidual {
    private static final int REACH = 2;
    private static final float CLIP = 3;
    /** Magnitude in luma levels that is as likely rounding as picture. */
    private static final float QUIET = 1f;
    /** Heights of the pulse at the samples around a chip, which lie a quarter of a chip off its centre. */
    private static final float[] MATCHED = {
        (float) ChipPulse.at(1.75), (float) ChipPulse.at(1.25), (float) ChipPulse.at(0.75), (float) ChipPulse.at(0.25),
        (float) ChipPulse.at(0.25), (float) ChipPulse.at(0.75), (float) ChipPulse.at(1.25), (float) ChipPulse.at(1.75)
    };

    private final int rows;
    private final int columns;
    private final AreaSampler sampler;
    private final BoxBlur blur;
    private final float[] samples;
    private final float[] smooth;
    private final float[] across;

    FrameResidual(ChipLattice lattice) {
        this.rows = lattice.rows();
        this.columns = lattice.columns();
        this.sampler = new AreaSampler(lattice);
        this.blur = new BoxBlur(2 * rows, 2 * columns, REACH);
        this.samples = new float[4 * rows * columns];
        this.smooth = new float[samples.length];
        this.across = new float[2 * rows * columns];
    }

    /** Adds the frame's value at every fine chip to {@code sum} (rows × columns). */
    void addTo(float[] sum, byte[] luma) {
        sampler.sample(luma, samples);
        blur.of(samples, smooth);
        for (int i = 0; i < samples.length; i++) {
            samples[i] -= smooth[i];
            smooth[i] = Math.abs(samples[i]);
        }
        blur.of(smooth, smooth);
        for (int i = 0; i < samples.length; i++) {
            samples[i] = Math.clamp(samples[i] / (smooth[i] + QUIET), -CLIP, CLIP);
        }
        sampler.blankOutside(samples);
        match(sum);
    }

    private void match(float[] sum) {
        Arrays.fill(across, 0);
        for (int row = 0; row < 2 * rows; row++) {
            for (int column = 2; column < columns - 2; column++) {
                int at = row * 2 * columns + 2 * column - 3;
                float total = 0;
                for (int tap = 0; tap < MATCHED.length; tap++) {
                    total += MATCHED[tap] * samples[at + tap];
                }
                across[row * columns + column] = total;
            }
        }
        for (int row = 2; row < rows - 2; row++) {
            for (int tap = 0; tap < MATCHED.length; tap++) {
                int from = (2 * row - 3 + tap) * columns;
                float weight = MATCHED[tap];
                for (int column = 0; column < columns; column++) {
                    sum[row * columns + column] += weight * across[from + column];
                }
            }
        }
    }
}
