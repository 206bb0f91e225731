package studio.selfsame.likeness;

import java.util.List;
import studio.selfsame.likeness.picture.CanonicalCrop;
import studio.selfsame.likeness.picture.ColourMatch;
import studio.selfsame.likeness.picture.FaceRegion;
import studio.selfsame.likeness.picture.FaceWarp;

/** Mixes small pictures of a person's mouths, each bent to the lips that are wanted. */
final class Mixing {
    private final LikenessModel model;

    Mixing(LikenessModel model) {
        this.model = model;
    }

    /**
     * The likest mouth, and the whole mixture: of the network's region, {@code 3×M×M}, gamma-coded, and a grid of the whole
     * region, to match colours by.
     */
    record Mixed(float[] likest, float[] likestGrid, float[] mixture, float[] mixtureGrid) {}

    /**
     * @param warps,smalls one for each mouth, in the order of the mixture
     * @param seen what the pictures show
     */
    Mixed mixed(Mixture mixture, List<FaceWarp> warps, List<Small> smalls, FaceRegion seen) {
        int size = model.mixPx();
        float[] crops = new float[3 * size * size];
        float[] grids = new float[3 * ColourMatch.GRID * ColourMatch.GRID];
        float[] likest = crops;
        float[] likestGrid = grids;
        for (int k = 0; k < warps.size(); k++) {
            float[] crop = CanonicalCrop.of(
                    smalls.get(k).wide(), LikenessModel.wide(size), model.wideRegion(), warps.get(k), seen, size);
            float[] grid = Dataset.floats(smalls.get(k).grid());
            float weight = (float) mixture.weights()[k];
            add(crop, weight, crops);
            add(grid, weight, grids);
            if (k == 0) {
                likest = crop;
                likestGrid = grid;
            }
        }
        // Where some weigh less than nothing, a pixel may lie beyond what can be shown.
        clamp(crops);
        clamp(grids);
        return new Mixed(likest, likestGrid, crops, grids);
    }

    private static void add(float[] picture, float weight, float[] sum) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += weight * picture[i];
        }
    }

    private static void clamp(float[] picture) {
        for (int i = 0; i < picture.length; i++) {
            picture[i] = Math.clamp(picture[i], 0, 1);
        }
    }
}
