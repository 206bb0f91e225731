package studio.selfsame.face;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Parts of the mesh that move on their own. */
final class FaceRegions {
    private static final int[] JAW = {
        58, 172, 136, 150, 149, 176, 148, 152, 377, 400, 378, 379, 365, 397, 288, 170, 140, 171, 175, 396, 369, 395,
                211, 32,
        208, 199, 428, 262, 431, 194, 201, 200, 421, 418, 204, 106, 182, 83, 18, 313, 406, 335, 424, 169, 135, 214, 210,
                212,
        202, 394, 364, 434, 430, 432, 422
    };

    private static final int[] LOWER_FACE =
            IntStream.concat(FaceMesh.lips(), Arrays.stream(JAW)).toArray();

    private FaceRegions() {}

    /** Lips and jaw. */
    static int[] lowerFace() {
        return LOWER_FACE;
    }

    /** Lips, jaw, the lids of each eye, its surroundings with the brow, each iris, and the rest: every point in one of them. */
    static List<int[]> apart(int points) {
        List<int[]> regions = new ArrayList<>(FaceMesh.movingParts());
        regions.add(JAW);
        if (points < FaceMesh.POINTS_WITH_IRISES) {
            regions.removeIf(region -> region[0] >= points);
        }
        boolean[] taken = new boolean[points];
        for (int[] region : regions) {
            for (int point : region) {
                taken[point] = true;
            }
        }
        regions.add(IntStream.range(0, points).filter(i -> !taken[i]).toArray());
        return regions;
    }
}
