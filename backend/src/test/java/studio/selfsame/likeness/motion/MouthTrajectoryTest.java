package studio.selfsame.likeness.motion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import studio.selfsame.media.FrameRate;
import studio.selfsame.speech.Phone;

class MouthTrajectoryTest {
    private static final FrameRate RATE = new FrameRate(25, 1);

    @Test
    void of_bilabials_closesTheLipsInEveryOne() {
        List<Phone> phones = phones("pau:800", "m:60", "aa:150", "p:50", "aa:150", "b:40", "ae:160", "pau:800");
        List<MouthTarget> targets = MouthTrajectory.of(phones, RATE, 2_210_000);
        for (Phone phone : phones) {
            if (Viseme.CLOSING.contains(phone.symbol())) {
                assertThat(during(targets, phone))
                        .as(phone.symbol())
                        .anyMatch(t -> t.closed() && t.pose().open() == 0);
            }
        }
    }

    @Test
    void of_openVowel_opensTheMouth() {
        List<Phone> phones = phones("pau:500", "b:80", "aa:240", "t:80", "pau:500");
        assertThat(during(MouthTrajectory.of(phones, RATE, 1_400_000), phones.get(2)))
                .anyMatch(t -> t.pose().open() > 0.6);
    }

    @Test
    void of_labiodental_tucksTheLowerLip() {
        List<Phone> phones = phones("aa:200", "f:120", "aa:200");
        assertThat(during(MouthTrajectory.of(phones, RATE, 520_000), phones.get(1)))
                .anyMatch(t ->
                        t.labiodental() && t.pose().open() <= 0.12 && t.pose().lowerLip() == -1);
    }

    @Test
    void of_silence_rests() {
        List<MouthTarget> targets = MouthTrajectory.of(phones("pau:800", "aa:200", "pau:1000"), RATE, 2_000_000);
        assertThat(targets).hasSize(50);
        assertThat(targets.subList(0, 16)).allMatch(t -> t.silent() && t.pose().equals(MouthPose.REST));
        assertThat(targets.subList(30, 50)).allMatch(t -> t.silent() && t.closed());
        assertThat(MouthTrajectory.of(List.of(), RATE, 400_000)).hasSize(10).allMatch(MouthTarget::silent);
    }

    @Test
    void of_unknownPhone_isNoReasonToFail() {
        assertThat(MouthTrajectory.of(phones("xx:200"), RATE, 200_000)).noneMatch(MouthTarget::silent);
    }

    private static List<MouthTarget> during(List<MouthTarget> targets, Phone phone) {
        return targets.subList(
                (int) (phone.startUs() / 40_000), Math.min(targets.size(), (int) Math.ceil(phone.endUs() / 40_000.0)));
    }

    private static List<Phone> phones(String... symbolAndMs) {
        List<Phone> phones = new ArrayList<>();
        long t = 0;
        for (String s : symbolAndMs) {
            String[] p = s.split(":");
            long end = t + Long.parseLong(p[1]) * 1000;
            phones.add(new Phone(p[0], t, end));
            t = end;
        }
        return phones;
    }
}
