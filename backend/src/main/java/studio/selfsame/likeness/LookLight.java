package studio.selfsame.likeness;

import studio.selfsame.likeness.picture.ColourMatch;
import studio.selfsame.likeness.picture.FaceRegion;
import studio.selfsame.likeness.picture.MouthMask;
import studio.selfsame.likeness.picture.StabilisedFace;

/** Shows a face of the casual look in the colours and light of a studio frame, the same way in learning and in drawing. */
final class LookLight {
    /** A dim room's light is farther from a studio's than one match may go. */
    private static final int ROUNDS = 2;

    private final FaceRegion region;
    private final FaceRegion netRegion;
    private final int sizePx;

    LookLight(LikenessModel model) {
        region = model.region();
        netRegion = model.netRegion();
        sizePx = model.netShape().sizePx();
    }

    /**
     * @param crop of the network's region, {@code 3×S×S}, gamma-coded
     * @param grid,studioGrid of the whole region
     * @return the crop as that studio frame is lit
     */
    float[] matched(float[] crop, float[] grid, StabilisedFace face, float[] studioGrid, StabilisedFace studioFace) {
        float[] ring = ColourMatch.ring(MouthMask.of(studioFace, face), region);
        float[] lit = crop;
        float[] litGrid = grid;
        for (int round = 0; round < ROUNDS; round++) {
            ColourMatch match = ColourMatch.of(studioGrid, litGrid, ring, region);
            lit = match.apply(lit, netRegion, sizePx);
            litGrid = match.apply(litGrid, region, ColourMatch.GRID);
        }
        return lit;
    }
}
