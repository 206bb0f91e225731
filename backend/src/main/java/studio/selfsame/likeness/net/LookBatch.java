package studio.selfsame.likeness.net;

/**
 * Examples of one look side by side, gamma-coded 0..1.
 *
 * @param pictures warped and relit, {@code N×3×S×S}
 * @param target the same as they were filmed, {@code N×3×S×S}
 * @param weight of each pixel in the loss, {@code N×1×S×S}
 */
public record LookBatch(float[] pictures, float[] target, float[] weight) {}
