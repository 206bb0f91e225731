package studio.selfsame.watermark;

/** How much a detector may assume about what was done to the material. */
public enum Search {
    /** Any uniform scale and any start, at the speed and pitch it was marked with: for what never left the house. */
    COMMON,
    /** Crops, rotation, mirroring, changes of aspect, speed and pitch as well: for whatever comes back. */
    FULL
}
