package studio.selfsame.likeness.net;

/**
 * Examples of one look side by side, gamma-coded.
 *
 * @param pictures in disguise, less the look's mean, {@code N×3×S×S}
 * @param from what is started from, {@code N×3×S×S}: of the studio look frames that were retrieved, of the casual look its
 *     mean
 * @param target as they were filmed, {@code N×3×S×S}
 * @param weight of each pixel in the loss, {@code N×1×S×S}
 */
public record LookBatch(float[] pictures, float[] from, float[] target, float[] weight) {}
