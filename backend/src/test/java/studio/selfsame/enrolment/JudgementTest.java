package studio.selfsame.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import studio.selfsame.enrolment.EnrolmentReport.Finding;
import studio.selfsame.face.FaceEmbedding;
import studio.selfsame.face.FaceMatch;
import studio.selfsame.face.FaceObservation;
import studio.selfsame.face.FaceTrack;
import studio.selfsame.face.FaceTracking;

class JudgementTest {
    private static final EnrolmentSettings SETTINGS = new EnrolmentSettings(2L << 30, 8, 1800, 240, 64, 6);
    private static final Clip CLIP = new Clip(20, 640, 480, 25);
    private static final FaceTrack.Shot ALL = Faces.shot(0, 0, 499);

    @Test
    void judge_oneShotOfThePerson_isAccepted() {
        Judgement judgement = judge(Faces.oneShot(500, Faces.track(ALL, Faces.SELF, Faces.SELF)));
        assertThat(judgement.accepted()).isTrue();
        assertThat(judgement.report().usableFrames()).isEqualTo(500);
        assertThat(judgement.report().findings()).isEmpty();
        assertThat(judgement.report().shots().getFirst().similarity()).isBetween(0.95, 0.97);
        assertThat(judgement.person().tracks()).hasSize(1);
    }

    @Test
    void judge_strangerInSecondShot_isRefusedWithItsTimes() {
        FaceTrack.Shot first = Faces.shot(0, 0, 249);
        FaceTrack.Shot second = Faces.shot(1, 250, 499);
        Judgement judgement = judge(new FaceTracking(
                500,
                List.of(first, second),
                List.of(Faces.track(first, Faces.SELF), Faces.track(second, Faces.STRANGER))));
        assertThat(judgement.codes()).containsExactly("another-person");
        assertThat(judgement.problem().cause())
                .isEqualTo("A face is seen that does not match your verified portrait from 0:10 to 0:20.");
        assertThat(judgement.problem().remedy()).contains("Only footage of yourself");
        assertThat(judgement.report().shots())
                .extracting(EnrolmentReport.Shot::matched)
                .containsExactly(true, false);
        assertThat(judgement.person().tracks()).hasSize(1);
    }

    @Test
    void judge_faceThatChangesWithinAShot_isRefused() {
        Judgement judgement =
                judge(Faces.oneShot(500, Faces.track(ALL, Faces.SELF, Faces.SELF, Faces.STRANGER, Faces.STRANGER)));
        assertThat(judgement.codes()).containsExactly("another-person");
    }

    @Test
    void judge_twoFacesAtOnce_isRefusedEvenIfBothMatch() {
        Judgement judgement = judge(Faces.oneShot(500, Faces.track(ALL, Faces.SELF), Faces.track(ALL, Faces.SELF)));
        assertThat(judgement.codes()).containsExactly("two-people");
        assertThat(judgement.problem().cause()).isEqualTo("More than one face is in the picture from 0:00 to 0:20.");
        assertThat(judgement.problem().remedy()).contains("Film yourself alone");
    }

    @Test
    void judge_shotWithoutFace_isRefused() {
        Judgement judgement = judge(Faces.oneShot(500));
        assertThat(judgement.codes()).containsExactly("no-face");
        assertThat(judgement.problem().cause()).isEqualTo("No face can be seen from 0:00 to 0:20.");
    }

    @Test
    void judge_shortShotWithoutFace_isLeftOut() {
        FaceTrack.Shot first = new FaceTrack.Shot(0, 0, 449);
        FaceTrack.Shot flash = new FaceTrack.Shot(1, 450, 470);
        List<FaceObservation> faces = Faces.good(first);
        Judgement judgement =
                judge(new FaceTracking(471, List.of(first, flash), List.of(Faces.track(first, faces, Faces.SELF))));
        assertThat(judgement.accepted()).isTrue();
        assertThat(judgement.report().usableFrames()).isEqualTo(450);
        assertThat(judgement.report().shots())
                .extracting(EnrolmentReport.Shot::matched)
                .containsExactly(true, false);
    }

    @Test
    void judge_faceLostAndFoundInOneShot_isOnePerson() {
        List<FaceObservation> faces = Faces.good(ALL);
        Judgement judgement = judge(Faces.oneShot(
                500,
                Faces.track(ALL, faces.subList(0, 200), Faces.SELF),
                Faces.track(ALL, faces.subList(250, 500), Faces.SELF)));
        assertThat(judgement.accepted()).isTrue();
        assertThat(judgement.report().usableFrames()).isEqualTo(450);
        assertThat(judgement.report().findings())
                .extracting(Finding::text)
                .containsExactly("2.0 s without your face in the picture from 0:08: stay in the picture and look at the"
                        + " camera.");
    }

    @Test
    void judge_darkStretch_isToldWithLengthAndTimeAndAdvice() {
        Judgement judgement =
                judge(Faces.oneShot(500, Faces.track(ALL, Faces.withBrightness(ALL, 100, 150, 30), Faces.SELF)));
        assertThat(judgement.accepted()).isTrue();
        assertThat(judgement.report().findings())
                .containsExactly(new Finding(
                        EnrolmentReport.Severity.WARNING,
                        "2.0 s too dark from 0:04: put more light on your face.",
                        4,
                        6));
    }

    @Test
    void judge_tooLittleUsable_isRefusedAndSaysHowMuch() {
        Judgement judgement =
                judge(Faces.oneShot(500, Faces.track(ALL, Faces.withBrightness(ALL, 0, 400, 30), Faces.SELF)));
        assertThat(judgement.codes()).containsExactly("too-little-usable");
        assertThat(judgement.problem().cause())
                .isEqualTo("Your face can be seen well in 4.0 s of the footage; at least 6.0 s are needed.");
        assertThat(judgement.report().findings()).hasSize(2);
    }

    @Test
    void judge_smallOrTurnedFace_isNotUsable() {
        List<FaceObservation> small =
                IntStream.range(0, 500).mapToObj(i -> Faces.face(i, 40, 110, 0)).toList();
        assertThat(judge(Faces.oneShot(500, Faces.track(ALL, small, Faces.SELF)))
                        .codes())
                .containsExactly("too-little-usable");
        List<FaceObservation> turned = IntStream.range(0, 500)
                .mapToObj(i -> Faces.face(i, 200, 110, -60))
                .toList();
        assertThat(judge(Faces.oneShot(500, Faces.track(ALL, turned, Faces.SELF)))
                        .report()
                        .findings())
                .extracting(Finding::text)
                .anySatisfy(text -> assertThat(text).contains("turn your face towards the camera"));
    }

    @Test
    void judge_fewerFramesThanTheFileClaims_isTooShort() {
        FaceTrack.Shot brief = Faces.shot(0, 0, 99);
        assertThat(judge(Faces.oneShot(100, Faces.track(brief, Faces.SELF))).codes())
                .contains("too-short");
    }

    @Test
    void judge_outOfLimitsAndOfAStranger_namesEverythingOnce() {
        Clip clip = new Clip(4, 320, 180, 9);
        FaceTrack.Shot shot = Faces.shot(0, 0, 35);
        FaceTracking tracking = Faces.oneShot(36, Faces.track(shot, Faces.STRANGER));
        Judgement judgement = Judgement.of(
                FootageLimits.check(clip, SETTINGS),
                clip,
                tracking,
                matcher(clip).match(tracking),
                SETTINGS);
        assertThat(judgement.codes()).containsExactly("too-short", "too-few-pictures", "too-small", "another-person");
        assertThat(judgement.problem().cause())
                .contains(
                        "The footage has 9.0 pictures per second; at least 10 are needed to learn how a mouth moves.");
        assertThat(judgement.report().findings())
                .filteredOn(finding -> finding.severity() == EnrolmentReport.Severity.REFUSED)
                .hasSize(4);
    }

    @Test
    void limits_shortAndSmallClip_namesBothNumbersOfEach() {
        List<Refusal> refusals = FootageLimits.check(new Clip(3.2, 160, 120, 25), SETTINGS);
        assertThat(refusals)
                .extracting(Refusal::cause)
                .containsExactly(
                        "The footage is 3.2 s long; at least 8.0 s are needed.",
                        "The picture is 120 pixels high; at least 240 are needed.");
    }

    private static Judgement judge(FaceTracking tracking) {
        return Judgement.of(CLIP, tracking, matcher(CLIP).match(tracking), SETTINGS);
    }

    private static ShotMatcher matcher(Clip clip) {
        FaceEmbedding portrait = new FaceEmbedding(new float[] {1, 0}, new float[] {1, 0});
        return new ShotMatcher(JudgementTest::match, portrait, clip);
    }

    private static FaceMatch match(FaceEmbedding a, FaceEmbedding b) {
        double cosine = a.primary()[0] * b.primary()[0] + a.primary()[1] * b.primary()[1];
        return new FaceMatch(cosine > 0.8, cosine, cosine);
    }
}
