package studio.selfsame.sealing.label;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.LongFunction;
import org.junit.jupiter.api.Test;
import studio.selfsame.face.FaceObservation.Box;
import studio.selfsame.sealing.label.LabelTrack.Stay;

class LabelPlanningTest {
    private static final int WIDTH = 1280;
    private static final int HEIGHT = 720;
    private static final Box TOP_RIGHT = new Box(1000, 40, 150, 150);
    private static final Box TOP_LEFT = new Box(100, 40, 150, 150);
    private static final Box MIDDLE = new Box(540, 200, 200, 200);
    private static final Box EVERYWHERE = new Box(0, 0, WIDTH, HEIGHT);
    private static final LabelLayout LABEL = LabelLayout.of("AI GENERATED", Locale.ENGLISH, WIDTH, HEIGHT);

    @Test
    void label_noFaceInItsWay_staysTopRight() {
        assertThat(track(60, second -> List.of(MIDDLE))).isEqualTo(LabelTrack.still());
    }

    @Test
    void label_aFaceInItsCorner_standsInTheNextFromTheFirstPicture() {
        assertThat(track(60, second -> List.of(MIDDLE, TOP_RIGHT)).stays())
                .containsExactly(new Stay(0, LabelPlace.TOP_LEFT));
    }

    @Test
    void label_facesAtBothTopCorners_goesLowerButNotIntoTheCaptions() {
        LabelTrack track = track(60, second -> List.of(TOP_LEFT, TOP_RIGHT));

        assertThat(track.stays()).containsExactly(new Stay(0, LabelPlace.LOWER_RIGHT));
        LabelTrack.Spot spot = track.at(0, WIDTH, HEIGHT, LABEL);
        assertThat(spot.yPx() + LABEL.heightPx()).isBetween((int) (0.75 * HEIGHT), (int) (0.8 * HEIGHT));
    }

    @Test
    void label_noCornerWithoutAFace_standsTopRightAllTheSame() {
        assertThat(track(60, second -> List.of(EVERYWHERE))).isEqualTo(LabelTrack.still());
    }

    @Test
    void label_aFaceThatComesIntoItsCorner_leavesAsItComes() {
        LabelTrack track = track(60, second -> List.of(second < 20 ? TOP_LEFT : TOP_RIGHT));

        assertThat(track.stays()).hasSize(2).first().isEqualTo(new Stay(0, LabelPlace.TOP_RIGHT));
        assertThat(track.stays().getLast().place()).isEqualTo(LabelPlace.TOP_LEFT);
        assertThat(track.stays().getLast().fromUs()).isBetween(19_500_000L, 20_500_000L);
    }

    @Test
    void label_aFaceThatWillComeIntoItsCorner_isWhereItNeedNotMove() {
        assertThat(track(60, second -> List.of(second < 20 ? MIDDLE : TOP_RIGHT))
                        .stays())
                .containsExactly(new Stay(0, LabelPlace.TOP_LEFT));
    }

    @Test
    void label_aFaceThatPassesQuickly_isNotWorthAMove() {
        assertThat(track(60, second -> List.of(second == 20 ? TOP_RIGHT : TOP_LEFT)))
                .isEqualTo(LabelTrack.still());
    }

    @Test
    void label_aFaceThatGoesToAndFro_staysFourSecondsWhereverItIs() {
        List<FaceGlimpse> glimpses = new ArrayList<>();
        for (int half = 0; half < 140; half++) {
            List<Box> faces = new ArrayList<>(List.of(new Box(0, 400, WIDTH, 200)));
            if (half % 14 < 5) {
                faces.add(TOP_RIGHT);
            } else if (half % 14 >= 7 && half % 14 < 12) {
                faces.add(TOP_LEFT);
            }
            glimpses.add(new FaceGlimpse(500_000L * half, faces));
        }

        LabelTrack track = LabelPlanning.track(LABEL, WIDTH, HEIGHT, 70_000_000, glimpses);

        List<Long> from =
                new ArrayList<>(track.stays().stream().map(Stay::fromUs).toList());
        from.add(70_000_000L);
        for (int i = 1; i < from.size(); i++) {
            assertThat(from.get(i) - from.get(i - 1)).isGreaterThanOrEqualTo(4_000_000);
        }
    }

    @Test
    void label_threeSecondsOfVideo_neverMoves() {
        assertThat(track(3, second -> List.of(second < 1 ? TOP_RIGHT : TOP_LEFT))
                        .stays())
                .hasSize(1);
    }

    @Test
    void move_fromCornerToCorner_isGradualAndInsideTheTitleSafeArea() {
        LabelTrack track =
                new LabelTrack(List.of(new Stay(0, LabelPlace.TOP_RIGHT), new Stay(10_000_000, LabelPlace.LOWER_LEFT)));
        LabelTrack.Spot before = track.at(9_500_000, WIDTH, HEIGHT, LABEL);
        assertThat(before).isEqualTo(track.at(0, WIDTH, HEIGHT, LABEL));

        for (long us = 9_540_000; us <= 10_000_000; us += 20_000) {
            LabelTrack.Spot spot = track.at(us, WIDTH, HEIGHT, LABEL);
            assertThat(spot.xPx()).isBetween(before.xPx() - 60, before.xPx()).isEven();
            assertThat(spot.yPx()).isBetween(before.yPx(), before.yPx() + 60).isEven();
            before = spot;
        }

        assertThat(before).isEqualTo(track.at(60_000_000, WIDTH, HEIGHT, LABEL));
        assertThat(before.xPx()).isBetween((int) (0.05 * WIDTH), (int) (0.05 * WIDTH) + 2);
    }

    private static LabelTrack track(int seconds, LongFunction<List<Box>> faces) {
        List<FaceGlimpse> glimpses = new ArrayList<>();
        for (long us = 0; us < seconds * 1_000_000L; us += 500_000) {
            glimpses.add(new FaceGlimpse(us, faces.apply(us / 1_000_000)));
        }
        return LabelPlanning.track(LABEL, WIDTH, HEIGHT, seconds * 1_000_000L, glimpses);
    }
}
