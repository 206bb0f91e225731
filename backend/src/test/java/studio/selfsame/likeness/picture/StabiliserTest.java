package studio.selfsame.likeness.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import studio.selfsame.face.FaceObservation;
import studio.selfsame.face.OwnLook;

class StabiliserTest {
    @Test
    void fit_movedPoints_recoversTheTransform() {
        Similarity known = Similarity.of(1.7, 0.3, 12, -5);
        double[] x = {0, 10, 3, -4};
        double[] y = {1, 2, 9, -7};
        double[] toX = new double[4];
        double[] toY = new double[4];
        for (int i = 0; i < 4; i++) {
            toX[i] = known.x(x[i], y[i]);
            toY[i] = known.y(x[i], y[i]);
        }
        Similarity found = Similarity.fit(x, y, toX, toY, new double[] {1, 2, 1, 0.5});
        assertThat(found.scale()).isCloseTo(1.7, within(1e-9));
        assertThat(found.angleRad()).isCloseTo(0.3, within(1e-9));
        assertThat(found.inverse().then(found).x(3, 4)).isCloseTo(3, within(1e-9));
    }

    @Test
    void stabilise_headThatMovesAndMouthThatOpens_keepsOnlyTheMouth() {
        List<FaceObservation> shot = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            shot.add(SyntheticFace.at(i, i / 29.0, 0.004 * i, 0.8 * i, -0.3 * i));
        }
        List<StabilisedFace> faces = Stabiliser.learn(shot).stabilise(shot, OwnLook.of(shot));
        assertThat(faces).hasSize(30).allMatch(StabilisedFace::usable);
        for (StabilisedFace face : faces) {
            assertThat(face.lips().centreX()).isCloseTo(0, within(5e-3));
            assertThat(face.lips().centreY()).isCloseTo(1, within(5e-3));
            assertThat(face.lips().width()).isCloseTo(0.76, within(5e-3));
        }
        assertThat(faces.getLast().lips().openness() - faces.getFirst().lips().openness())
                .isGreaterThan(0.2);
    }
}
