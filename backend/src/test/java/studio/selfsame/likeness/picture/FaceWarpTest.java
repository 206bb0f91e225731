package studio.selfsame.likeness.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import studio.selfsame.face.FaceObservation;
import studio.selfsame.face.OwnLook;

class FaceWarpTest {
    private static final FaceRegion REGION = new FaceRegion(-1, 0.22, 2);
    private static final FaceRegion MOUTH = new FaceRegion(-0.625, 0.495, 1.25);
    /** Read on each side, the edges among them. */
    private static final int POINTS = 41;

    private final List<StabilisedFace> faces = faces();

    @Test
    void of_inAPartOfTheRegion_bendsThereBitForBitAsInTheWholeRegion() {
        Random random = new Random(3);
        for (int i = 0; i < 30; i++) {
            double side = 0.01 + 1.5 * random.nextDouble();
            FaceRegion part = i == 0
                    ? MOUTH
                    : new FaceRegion(
                            REGION.left() - 0.1 + (2.2 - side) * random.nextDouble(),
                            REGION.top() - 0.1 + (2.2 - side) * random.nextDouble(),
                            side);
            List<FaceWarp> whole = warps(REGION);
            List<FaceWarp> inPart = warps(part);
            for (int s = 0; s < whole.size(); s++) {
                assertThat(read(inPart.get(s), part)).as("%s", part).isEqualTo(read(whole.get(s), part));
            }
        }
    }

    @Test
    void of_inAPartOfTheRegion_bendsTheFirstInAllOfIt() {
        assertThat(read(warps(MOUTH).getFirst(), REGION))
                .isEqualTo(read(warps(REGION).getFirst(), REGION));
    }

    @Test
    void of_severalSources_bendsEachAsAlone() {
        List<FaceWarp> together = warps(REGION);
        for (int s = 0; s < together.size(); s++) {
            FaceWarp alone = FaceWarp.of(plate(), List.of(sources().get(s)), plate().lips(), REGION, REGION)
                    .getFirst();
            assertThat(read(together.get(s), REGION)).isEqualTo(read(alone, REGION));
        }
        assertThat(read(together.get(1), MOUTH)).isNotEqualTo(read(together.get(2), MOUTH));
    }

    private List<FaceWarp> warps(FaceRegion part) {
        return FaceWarp.of(plate(), sources(), plate().lips(), REGION, part);
    }

    /** Where the points of a region come from, one by one and then row by row. */
    private static double[] read(FaceWarp warp, FaceRegion region) {
        double[] x = IntStream.range(0, POINTS)
                .mapToDouble(i -> region.x(i / (POINTS - 1.0)))
                .toArray();
        double[] out = new double[4 * POINTS * POINTS];
        double[] fromX = new double[POINTS];
        double[] fromY = new double[POINTS];
        int n = 0;
        for (int j = 0; j < POINTS; j++) {
            double y = region.y(j / (POINTS - 1.0));
            warp.row(x, y, fromX, fromY);
            for (int i = 0; i < POINTS; i++) {
                out[n++] = warp.x(x[i], y);
                out[n++] = warp.y(x[i], y);
                out[n++] = fromX[i];
                out[n++] = fromY[i];
            }
        }
        return out;
    }

    private StabilisedFace plate() {
        return faces.getFirst();
    }

    private List<StabilisedFace> sources() {
        return List.of(faces.get(9), faces.get(19), faces.get(4));
    }

    private static List<StabilisedFace> faces() {
        List<FaceObservation> shot = IntStream.range(0, 20)
                .mapToObj(i -> SyntheticFace.at(i, i / 19.0, 0, 0.2 * i, 0))
                .toList();
        return Stabiliser.learn(shot).stabilise(shot, OwnLook.of(shot));
    }
}
