package studio.selfsame.likeness.net;

/**
 * Training examples side by side, gamma-coded 0..1.
 *
 * @param pictures {@code N×10×S×S}
 * @param values {@code N×V}
 * @param target {@code N×3×S×S}
 * @param weight of each pixel in the loss, {@code N×1×S×S}
 */
public record Batch(int size, float[] pictures, float[] values, float[] target, float[] weight) {
    /** Mean of what was retrieved for one example, {@code 3×S×S}. */
    public float[] retrieved(int example) {
        int length = target.length / size;
        int at = example * (length / 3 * NetShape.INPUTS) + length;
        return java.util.Arrays.copyOfRange(pictures, at, at + length);
    }
}
