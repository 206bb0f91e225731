package studio.selfsame.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TrackReadingTest {
    private static final int[] UPPER_LIDS = {159, 160, 161, 158, 157, 385, 386, 387, 388, 384};
    private final TrackReading reading = new TrackReading(new HeadPoseFit(ModelCards.read()));
    private final Random random = new Random(3);

    @Test
    void frames_missedUpToThree_areFilledAndFlagged() {
        List<Sighting> seen = still(40);
        seen.removeIf(s -> s.frameIndex() >= 10 && s.frameIndex() <= 12);
        List<FaceObservation> all = reading.smoothed(seen);
        assertThat(all).extracting(FaceObservation::frameIndex).containsExactlyElementsOf(range(0, 40));
        FaceObservation filled = all.get(11);
        assertThat(filled.confidence()).isEqualTo(FaceObservation.FILLED);
        assertThat(filled.presentationTimeUs()).isEqualTo(440_000);
        assertThat(filled.landmarks().x()[4]).isCloseTo(all.get(9).landmarks().x()[4], within(1f));
        assertThat(all.get(9).confidence()).isGreaterThan(0.8);
        assertThat(reading.raw(seen)).hasSize(37);
    }

    @Test
    void frames_missedFourOrFromPlaceToPlace_stayMissing() {
        List<Sighting> seen = still(40);
        seen.removeIf(s -> s.frameIndex() >= 10 && s.frameIndex() <= 13);
        assertThat(reading.smoothed(seen)).hasSize(36);
        List<Sighting> leapt = new ArrayList<>(still(10));
        leapt.add(SyntheticHead.sighting(11, SyntheticHead.at(0, 0, 0, 700, 200, 10)));
        assertThat(reading.smoothed(leapt)).hasSize(11);
    }

    @Test
    void poses_ofAStillHead_areCalmer() {
        List<Sighting> seen = still(60);
        assertThat(spread(reading.smoothed(seen))).isLessThan(0.4 * spread(reading.raw(seen)));
    }

    @Test
    void cutBetweenTakes_thatWasNotFound_isNotSmoothedOver() {
        List<Sighting> seen = new ArrayList<>(still(20));
        for (int i = 20; i < 40; i++) {
            seen.add(SyntheticHead.sighting(i, noisy(SyntheticHead.at(0, 0, 0, 340, 200, 10))));
        }
        List<FaceObservation> all = reading.smoothed(seen);
        assertThat(all.get(19).position().xPx()).isCloseTo(300, within(1.0));
        assertThat(all.get(20).position().xPx()).isCloseTo(340, within(1.0));
    }

    @Test
    void confidence_ofACollapsedMesh_falls() {
        List<Sighting> seen = still(20);
        Landmarks p = seen.get(10).landmarks();
        Landmarks collapsed = SyntheticHead.moved(p, 0, 0);
        for (int i = 0; i < p.size(); i++) {
            collapsed.y()[i] = 200 + 0.4f * (p.y()[i] - 200);
        }
        seen.set(10, SyntheticHead.sighting(10, collapsed));
        List<FaceObservation> all = reading.smoothed(seen);
        assertThat(all.get(10).confidence()).isLessThan(0.5);
        assertThat(all.get(7).confidence()).isGreaterThan(0.8);
    }

    @Test
    void confidence_ofAMeshThatLeaptAwayForAFrame_falls() {
        List<Sighting> seen = still(20);
        seen.set(10, SyntheticHead.sighting(10, SyntheticHead.at(0, 0, 0, 400, 200, 10)));
        List<FaceObservation> all = reading.raw(seen);
        assertThat(all.get(10).confidence()).isLessThan(0.5);
        assertThat(all.get(9).confidence()).isGreaterThan(0.8);
    }

    @Test
    void confidence_ofAProfile_falls() {
        List<Sighting> profile = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            profile.add(SyntheticHead.sighting(i, SyntheticHead.turned(70, 0, 0)));
        }
        assertThat(reading.raw(profile)).allMatch(o -> o.confidence() < 0.5);
    }

    @Test
    void blink_ofNarrowEyes_isRelativeToThem() {
        List<Sighting> seen = still(100);
        for (int blink : new int[] {30, 31, 70, 71}) {
            Landmarks p = seen.get(blink).landmarks();
            double narrow = 0.3 * (p.y()[145] - p.y()[159]);
            seen.set(blink, SyntheticHead.sighting(blink, SyntheticHead.moved(p, 0, narrow, UPPER_LIDS)));
        }
        List<FaceObservation> all = reading.smoothed(seen);
        assertThat(all.get(30).eyes().blink()).isGreaterThan(0.6);
        assertThat(all.get(71).eyes().blink()).isGreaterThan(0.6);
        assertThat(all.get(50).eyes().blink()).isLessThan(0.4);
    }

    @Test
    void track_withoutBlink_showsNone() {
        assertThat(reading.smoothed(still(80))).allMatch(o -> o.eyes().blink() < 0.4);
        FaceObservation alone = reading.raw(still(1)).getFirst();
        assertThat(alone.eyes().blink()).isZero();
        assertThat(alone.browRaise()).isZero();
    }

    private List<Sighting> still(int frames) {
        List<Sighting> seen = new ArrayList<>();
        for (int i = 0; i < frames; i++) {
            seen.add(SyntheticHead.sighting(i, noisy(SyntheticHead.turned(5, 0, 0))));
        }
        return seen;
    }

    private Landmarks noisy(Landmarks p) {
        return SyntheticHead.withNoise(p, random, 0.3);
    }

    private static double spread(List<FaceObservation> of) {
        double[] yaw = of.stream().mapToDouble(o -> o.pose().yawDeg()).toArray();
        double sum = 0;
        for (int i = 1; i < yaw.length; i++) {
            sum += Math.abs(yaw[i] - yaw[i - 1]);
        }
        return sum;
    }

    private static List<Integer> range(int from, int to) {
        return IntStream.range(from, to).boxed().toList();
    }
}
