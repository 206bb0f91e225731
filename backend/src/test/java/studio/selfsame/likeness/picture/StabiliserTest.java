package studio.selfsame.likeness.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import studio.selfsame.face.FaceObservation;
import studio.selfsame.face.FaceTrack;
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

    @Test
    void stabilise_handOverTheMouthOrNoSharpness_isSaidAndNotUsable() throws IOException {
        List<FaceObservation> own = new ArrayList<>();
        List<FaceObservation> other = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            own.add(with(i, 100, new FaceObservation.Pixels(9, 10, 0)));
            other.add(with(i, i < 5 ? 5 : 90, new FaceObservation.Pixels(9, i < 10 ? 9 : 1, 0)));
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Stabiliser.learn(own).write(new DataOutputStream(out));
        Stabiliser read = Stabiliser.read(new DataInputStream(new ByteArrayInputStream(out.toByteArray())));
        List<StabilisedFace> faces =
                read.stabilise(List.of(new FaceTrack(new FaceTrack.Shot(0, 0, 29), other, List.of())));
        assertThat(faces)
                .filteredOn(StabilisedFace::blurred)
                .extracting(StabilisedFace::frameIndex)
                .containsExactly(0, 1, 2, 3, 4);
        assertThat(faces).filteredOn(StabilisedFace::covered).hasSize(20);
        assertThat(faces)
                .filteredOn(StabilisedFace::usable)
                .extracting(StabilisedFace::frameIndex)
                .containsExactly(5, 6, 7, 8, 9);
    }

    private static FaceObservation with(int frame, double sharpness, FaceObservation.Pixels pixels) {
        FaceObservation f = SyntheticFace.at(frame, 0, 0, 0, 0);
        return new FaceObservation(
                frame,
                f.presentationTimeUs(),
                f.box(),
                f.landmarks(),
                f.pose(),
                f.position(),
                f.confidence(),
                f.eyeOpenness(),
                f.eyes(),
                f.mouthOpenness(),
                0,
                sharpness,
                f.brightness(),
                pixels);
    }
}
