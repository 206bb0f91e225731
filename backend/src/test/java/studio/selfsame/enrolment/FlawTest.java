package studio.selfsame.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import studio.selfsame.face.FaceObservation;
import studio.selfsame.face.FaceObservation.Box;
import studio.selfsame.face.FaceObservation.Pixels;
import studio.selfsame.face.OwnLook;

class FlawTest {
    private static final Clip CLIP = new Clip(20, 640, 480, 25);
    private static final Box WHOLE = new Box(100, 100, 160, 200);
    private static final Pixels USUAL = new Pixels(10, 9, 0);
    private static final FaceObservation GOOD = Faces.seen(0, 0, 0.95, 200, WHOLE, USUAL);
    private static final OwnLook OWN = OwnLook.of(List.of(GOOD));

    @ParameterizedTest
    @MethodSource("faces")
    void face_seenSo_hasTheseFlaws(String what, FaceObservation face, Set<Flaw> flaws) {
        assertThat(Flaw.of(face, CLIP, 64, OWN)).as(what).isEqualTo(flaws);
    }

    static Stream<Arguments> faces() {
        return Stream.of(
                of("good", GOOD),
                of("lips pale on one side", Faces.seen(0, 0, 0.95, 200, WHOLE, new Pixels(10, 2, 0)), Flaw.HIDDEN),
                of("lips a little paler", Faces.seen(0, 0, 0.95, 200, WHOLE, new Pixels(10, 2.5, 0))),
                of("far half of turned lips pale", Faces.seen(0, 25, 0.95, 200, WHOLE, new Pixels(10, 2, 0))),
                of(
                        "near half of turned lips pale",
                        Faces.seen(0, 25, 0.95, 200, WHOLE, new Pixels(2, 10, 0)),
                        Flaw.HIDDEN),
                of("mesh not believed", Faces.seen(0, 0, 0.4, 200, WHOLE, USUAL), Flaw.HIDDEN),
                of("profile, mesh not believed", Faces.seen(0, 65, 0.3, 20, WHOLE, USUAL), Flaw.TURNED),
                of("missed and filled", Faces.seen(0, 0, FaceObservation.FILLED, 200, WHOLE, USUAL), Flaw.HIDDEN),
                of("a fifth as sharp", Faces.seen(0, 0, 0.95, 40, WHOLE, USUAL), Flaw.BLURRED),
                of("burnt out", Faces.seen(0, 0, 0.95, 200, WHOLE, new Pixels(10, 9, 0.2)), Flaw.BRIGHT),
                of(
                        "chin below the picture",
                        Faces.seen(0, 0, 0.95, 200, new Box(100, 310, 160, 200), USUAL),
                        Flaw.CUT_OFF),
                of(
                        "small, dark and covered",
                        dark(Faces.seen(0, 0, 0.4, 20, new Box(9, 9, 40, 50), USUAL)),
                        Flaw.SMALL,
                        Flaw.DARK,
                        Flaw.HIDDEN));
    }

    @Test
    void own_lipsHardlyRedderThanSkin_tellNothing() {
        OwnLook pale = OwnLook.of(List.of(Faces.seen(0, 0, 0.95, 200, WHOLE, new Pixels(2, 2, 0))));
        assertThat(pale.isCovered(Faces.seen(0, 0, 0.95, 200, WHOLE, new Pixels(0, 0, 0))))
                .isFalse();
    }

    @Test
    void own_recordingMostlyCoveredOrBlurred_isComparedWithThePerson() {
        List<FaceObservation> masked = List.of(
                Faces.seen(0, 0, 0.95, 8, WHOLE, new Pixels(0.2, 0.1, 0)),
                Faces.seen(1, 0, 0.95, 8, WHOLE, new Pixels(0.1, 0.2, 0)));
        assertThat(masked).allMatch(OWN.in(masked)::isCovered);
        assertThat(OWN.in(masked).sharpnessOf(masked.getFirst())).isLessThan(0.25);
        List<FaceObservation> otherLight = List.of(Faces.seen(0, 0, 0.95, 80, WHOLE, new Pixels(5, 5, 0)));
        assertThat(otherLight).noneMatch(OWN.in(otherLight)::isCovered);
        assertThat(OWN.in(otherLight).sharpnessOf(otherLight.getFirst())).isEqualTo(1);
    }

    @Test
    void told_shortRunsAndGaps_areLeftOutOrJoined() {
        List<Set<Flaw>> frames = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            frames.add(EnumSet.noneOf(Flaw.class));
        }
        mark(frames, Flaw.DARK, 10, 20);
        mark(frames, Flaw.DARK, 23, 40);
        mark(frames, Flaw.DARK, 60, 62);
        mark(frames, Flaw.BLURRED, 15, 30);
        assertThat(FlawRun.told(frames, 25))
                .containsExactly(new FlawRun(Flaw.DARK, 10, 40), new FlawRun(Flaw.BLURRED, 15, 30));
        assertThat(new FlawRun(Flaw.DARK, 775, 1075).span(new Clip(60, 640, 480, 25)))
                .isEqualTo(new EnrolmentReport.Span(
                        "dark", 31, 12, "12.0 s too dark from 0:31", "Put more light on your face."));
    }

    private static void mark(List<Set<Flaw>> frames, Flaw flaw, int from, int to) {
        frames.subList(from, to).forEach(of -> of.add(flaw));
    }

    private static FaceObservation dark(FaceObservation f) {
        return new FaceObservation(
                f.frameIndex(),
                f.presentationTimeUs(),
                f.box(),
                f.landmarks(),
                f.pose(),
                f.position(),
                f.confidence(),
                f.eyeOpenness(),
                f.eyes(),
                f.mouthOpenness(),
                f.browRaise(),
                f.sharpness(),
                30,
                f.pixels());
    }

    private static Arguments of(String what, FaceObservation face, Flaw... flaws) {
        Set<Flaw> set = EnumSet.noneOf(Flaw.class);
        set.addAll(List.of(flaws));
        return Arguments.of(what, face, set);
    }
}
