package studio.selfsame.inspection.forensics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import studio.selfsame.face.FaceObservation;
import studio.selfsame.face.HeadPose;
import studio.selfsame.face.HeadPosition;
import studio.selfsame.face.Landmarks;
import studio.selfsame.inspection.forensics.Signal.Point;
import studio.selfsame.media.AudioSamples;

/** Faces and sounds made of sines and pulses. */
class SignalsTest {
    private static final int RATE_HZ = 16_000;
    private static final DoubleUnaryOperator STILL = t -> 0;

    @Test
    void blinks_threeInAQuarterMinuteThatOpenTwiceAsSlowlyAsTheyClose_areCountedAndShaped() {
        List<Signal> signals = Blinks.of(frames(15, t -> Math.max(0, blink(t % 5 - 2, 0.12, 0.24)), STILL));

        assertThat(signals.getFirst().figure()).isCloseTo(12, within(0.5));
        assertThat(signals.getLast().figure()).isCloseTo(2, within(0.5));
        assertThat(signals.getFirst().series()).hasSize(15);
        assertThat(signals.getFirst().series().get(2).value()).isGreaterThan(0.9);
        assertThat(signals.getFirst().series().get(0).value()).isZero();
    }

    @Test
    void blinks_ofOpenEyesLongClosedEyesAndShortClips_areNone() {
        assertThat(Blinks.of(frames(12, STILL, STILL)).getFirst().figure()).isZero();
        assertThat(Blinks.of(frames(12, STILL, STILL)).getLast().unmeasurable()).contains("a whole blink");
        assertThat(Blinks.of(frames(12, t -> t > 3 && t < 6 ? 1 : 0, STILL))
                        .getFirst()
                        .figure())
                .isZero();
        assertThat(Blinks.of(frames(5, STILL, STILL)))
                .allSatisfy(signal -> assertThat(signal.unmeasurable()).contains("eight seconds"));
    }

    @Test
    void mouthSound_mouthThatOpensWithTheSoundOrALittleLater_agrees() {
        DoubleUnaryOperator speech = t -> Math.max(0, Math.sin(7 * t) + Math.sin(11.3 * t)) / 2;
        List<FaceFrame> late = frames(8, STILL, t -> 0.3 * speech.applyAsDouble(t - 0.12));

        Signal agreeing = MouthSound.of(late, Optional.of(sound(8, speech)));
        assertThat(agreeing.figure()).isGreaterThan(0.75);
        assertThat(agreeing.series()).hasSizeBetween(5, 7).allMatch(point -> point.value() > 0.6);

        DoubleUnaryOperator other = t -> speech.applyAsDouble(23.7 - 1.3 * t);
        assertThat(MouthSound.of(late, Optional.of(sound(8, other))).figure()).isLessThan(0.5);
    }

    @Test
    void mouthSound_silentOrStillOrMissing_saysWhyItCannotBeMeasured() {
        List<FaceFrame> moving = frames(8, STILL, Math::sin);
        assertThat(MouthSound.of(moving, Optional.empty()).unmeasurable()).contains("needs sound");
        assertThat(MouthSound.of(moving, Optional.of(sound(8, STILL))).unmeasurable())
                .contains("needs sound");
        assertThat(MouthSound.of(frames(8, STILL, STILL), Optional.of(sound(8, Math::sin)))
                        .figure())
                .isNull();
        assertThat(MouthSound.of(frames(1, STILL, Math::sin), Optional.of(sound(8, Math::sin)))
                        .unmeasurable())
                .contains("2.5 seconds");
    }

    @Test
    void measuring_nothingOrTooLittle_isSaidForEverySignal() {
        List<Signal> all = Forensics.signals(frames(1, STILL, STILL), Optional.empty());

        assertThat(all)
                .extracting(Signal::kind)
                .containsExactlyElementsOf(
                        List.of(Kind.values()).stream().map(Kind::id).toList());
        assertThat(all).allSatisfy(signal -> {
            assertThat(signal.figure()).isNull();
            assertThat(signal.unmeasurable()).startsWith("It needs").endsWith(".");
        });
        assertThat(Forensics.told(all)).isEqualTo(all);
    }

    @Test
    void told_figureAndCourse_areCoarse() {
        Signal exact = Signal.of(Kind.FLICKER, 0.61803, List.of(new Point(0.4, -0.377), new Point(1.2, 1.13)));
        Signal told = exact.told(Kind.FLICKER, References.read());

        assertThat(told.figure()).isEqualTo(0.5);
        assertThat(told.series()).containsExactly(new Point(0, -0.5), new Point(1, 1.25));
    }

    @Test
    void told_figure_isPlacedAmongKnownVideosAndSaysHowLittleThatMeans() {
        Signal low = Signal.of(Kind.TEXTURE, -5, List.of()).told(Kind.TEXTURE, References.read());
        Signal high = Signal.of(Kind.TEXTURE, 5, List.of()).told(Kind.TEXTURE, References.read());
        Signal colour = Signal.of(Kind.COLOUR, 7, List.of()).told(Kind.COLOUR, References.read());
        Signal blinks = Signal.of(Kind.BLINK_RATE, 20, List.of()).told(Kind.BLINK_RATE, References.read());

        assertThat(low.place()).isEqualTo(new Signal.Place(0, 0, true));
        assertThat(high.place()).isEqualTo(new Signal.Place(100, 100, true));
        assertThat(low.words()).contains("about 0 % of the filmed", "a hint and no more");
        assertThat(colour.words()).contains("says nothing");
        assertThat(blinks.place()).isNull();
        assertThat(blinks.words()).contains("too few known videos");
    }

    @Test
    void told_ofAMeasurementThatAHostileFileGotHoldOf_keepsNumbersAlone() {
        List<Point> endless = new ArrayList<>();
        for (int i = 0; i < 5000; i++) {
            endless.add(new Point(i, i % 2 == 0 ? Double.NaN : 1));
        }
        Signal forged = new Signal("flicker", "Genuine!", 1.0, "of 1", endless, "Trust me.", null, "Genuine.");
        Signal unknown = new Signal("truth", "Genuine!", 1.0, "", List.of(), null, null, "Genuine.");
        Signal none = new Signal("colour", "Genuine!", Double.NaN, "", List.of(), "Trust me.", null, "Genuine.");

        List<Signal> told = Forensics.told(List.of(unknown, none, forged, forged));

        assertThat(told).extracting(Signal::kind).containsExactly("colour", "flicker");
        assertThat(told.toString()).doesNotContain("enuine", "rust");
        assertThat(told.getLast().series()).hasSize(200);
    }

    @Test
    void area_underTheCurve_isTheShareOfPairsInWhichTheDrawnIsHigher() {
        assertThat(Roc.area(new double[] {1, 2}, new double[] {2, 3})).isEqualTo(0.875);
        assertThat(Roc.area(new double[] {5}, new double[] {1, 2, 3})).isZero();
    }

    @Test
    void stretches_ofALongVideo_areItsBeginningMiddleAndEnd() {
        assertThat(Forensics.starts(60_000_000)).containsExactly(0L);
        assertThat(Forensics.starts(600_000_000)).containsExactly(0L, 290_000_000L, 580_000_000L);
    }

    private static double blink(double since, double closing, double opening) {
        return since < 0 ? 1 + since / closing : 1 - since / opening;
    }

    private static AudioSamples sound(int seconds, DoubleUnaryOperator loudness) {
        float[] samples = new float[seconds * RATE_HZ];
        for (int i = 0; i < samples.length; i++) {
            double t = (double) i / RATE_HZ;
            samples[i] = (float) (0.3 * loudness.applyAsDouble(t) * Math.sin(2 * Math.PI * 220 * t));
        }
        return new AudioSamples(RATE_HZ, 1, samples);
    }

    private static List<FaceFrame> frames(int seconds, DoubleUnaryOperator blink, DoubleUnaryOperator mouth) {
        List<FaceFrame> frames = new ArrayList<>();
        for (int i = 0; i < 25 * seconds; i++) {
            double t = i / 25.0;
            double closed = blink.applyAsDouble(t);
            var face = new FaceObservation(
                    i,
                    i * 40_000L,
                    new FaceObservation.Box(0, 0, 160, 200),
                    new Landmarks(new float[0], new float[0], new float[0]),
                    new HeadPose(0, 0, 0),
                    new HeadPosition(80, 100, 11),
                    0.9,
                    0.3,
                    new FaceObservation.Eyes(0.3, 0.3, closed, closed, 0, 0),
                    mouth.applyAsDouble(t),
                    0,
                    200,
                    110,
                    FaceObservation.Pixels.UNKNOWN);
            frames.add(new FaceFrame(t, face, FacePixels.NONE));
        }
        return frames;
    }
}
