package studio.selfsame.speech;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PhoneLoopTest {
    private static final double STAY = Math.log(0.5);
    private static final double NEVER = Double.NEGATIVE_INFINITY;
    private static final double[] STATES = {STAY, STAY, NEVER, NEVER, NEVER, STAY, STAY, NEVER, NEVER, NEVER, STAY, STAY
    };

    @Test
    void best_clearScores_findsEverySoundAndItsTimes() {
        PhoneLoop loop = new PhoneLoop(new double[][] {STATES, STATES}, new double[2][2]);
        List<float[]> scores = new ArrayList<>();
        say(scores, 0, 4);
        say(scores, 1, 6);
        say(scores, 0, 3);
        assertThat(loop.best(scores))
                .containsExactly(
                        new PhoneLoop.Stretch(0, 0, 4),
                        new PhoneLoop.Stretch(1, 4, 10),
                        new PhoneLoop.Stretch(0, 10, 13));
    }

    @Test
    void best_soundThatNeverFollows_isNotHeard() {
        PhoneLoop loop = new PhoneLoop(new double[][] {STATES, STATES}, new double[][] {{0, NEVER}, {0, 0}});
        List<float[]> scores = new ArrayList<>();
        say(scores, 0, 8);
        say(scores, 1, 3);
        assertThat(loop.best(scores)).allMatch(s -> s.unit() == 0);
    }

    @Test
    void best_noScores_isNothing() {
        assertThat(new PhoneLoop(new double[][] {STATES}, new double[1][1]).best(List.of()))
                .isEmpty();
    }

    /** Its three states one after the other. */
    private static void say(List<float[]> scores, int unit, int columns) {
        for (int i = 0; i < columns; i++) {
            float[] column = new float[] {-9, -9, -9, -9, -9, -9};
            column[unit * 3 + Math.min(2, 3 * i / columns)] = 0;
            scores.add(column);
        }
    }
}
