package studio.selfsame.likeness.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import studio.selfsame.face.FaceObservation;
import studio.selfsame.face.FaceTrack;

class JawLineTest {
    private static StabilisedFace face;

    @BeforeAll
    static void see() {
        List<FaceObservation> seen = IntStream.range(0, 60)
                .mapToObj(i -> SyntheticFace.at(i, 0.5, 0, 0, 0))
                .toList();
        FaceTrack track = new FaceTrack(new FaceTrack.Shot(0, 0, 59), seen, List.of());
        face = Stabiliser.learn(seen).stabilise(List.of(track)).getFirst();
    }

    @Test
    void inside_ofTheMouth_isWhole() {
        assertThat(JawLine.inside(face, face.lips().centreX(), face.lips().centreY()))
                .isCloseTo(1, within(1e-9));
    }

    @Test
    void inside_fromTheChinUp_risesSoftlyFromNothing() {
        int n = face.jaw().length / 2;
        double x = face.jaw()[FaceGeometry.CHIN];
        double y = face.jaw()[n + FaceGeometry.CHIN];

        assertThat(JawLine.inside(face, x, y + 0.3)).isZero();
        assertThat(JawLine.inside(face, x, y + 0.01)).isZero();
        assertThat(JawLine.inside(face, x, y - 0.06)).isBetween(0.3, 0.7);
        assertThat(JawLine.inside(face, x, y - 0.2)).isCloseTo(1, within(1e-9));
    }

    @Test
    void inside_besideEitherCheek_isNothing() {
        double y = face.lips().centreY();
        assertThat(JawLine.inside(face, -1.2, y)).isZero();
        assertThat(JawLine.inside(face, 1.2, y)).isZero();
    }
}
