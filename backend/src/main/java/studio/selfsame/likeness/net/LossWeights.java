package studio.selfsame.likeness.net;

/**
 * What training minimises: a weighted sum.
 *
 * @param pixel of the Charbonnier distance of drawn and true pixels
 * @param mouth how much more than the rest pixels around the mouth count in it
 * @param temporal of the same distance between changes from one frame to the next: what quivers costs
 * @param gradient of the same distance between fixed first differences, at one, two and four pixels: edges and teeth
 * @param adversarial of what a discriminator has against the drawing
 * @param adversarialFrom the first step at which the discriminator takes part
 */
public record LossWeights(
        double pixel, double mouth, double temporal, double gradient, double adversarial, int adversarialFrom) {}
