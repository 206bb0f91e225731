package studio.selfsame.watermark;

/** What was done to the material since it was marked, as far as a detector had to undo it to read the mark. */
public sealed interface Alteration {

    /**
     * @param scaleX width of the picture in the file relative to its width when it was marked, if the shorter sides of both
     *     frames are taken as equal: 1 unless it was cropped, padded or squeezed
     * @param scaleY the same of the height
     * @param rotationDegrees clockwise, −180..180
     * @param mirrored left and right exchanged, before the rotation
     * @param speed of the file relative to the marked one; 1 unless it was sped up or slowed down; to a tenth where two seconds
     *     were enough to read the mark
     */
    record OfPicture(double scaleX, double scaleY, double rotationDegrees, boolean mirrored, double speed)
            implements Alteration {}

    /**
     * @param tempo of the file relative to the marked one, 1 unless it was sped up or slowed down
     * @param pitch factor of all frequencies, 1 unless it was shifted
     */
    record OfSound(double tempo, double pitch) implements Alteration {
        static final OfSound NONE = new OfSound(1, 1);
    }
}
