package studio.selfsame.face;

/**
 * Where a head is and how large, the other three of its six degrees of freedom: weak perspective, so all of the head is
 * taken to be equally far from the camera.
 *
 * @param xPx of the head's middle in the picture; the middle is the origin of MediaPipe's canonical head, inside the skull
 *     between the cheekbones, so it moves when the head moves and not when it turns
 * @param yPx downwards
 * @param pxPerCm size: pixels of the picture for a centimetre of a head of average size
 */
public record HeadPosition(double xPx, double yPx, double pxPerCm) {
    /**
     * How far away the head is, centimetres, for a head of average size and a camera whose focal length is the longer side of
     * its picture (it sees 53° along that side, as phones and webcams about do).
     */
    public double distanceCm(int widthPx, int heightPx) {
        return Math.max(widthPx, heightPx) / pxPerCm;
    }
}
