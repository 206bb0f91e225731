package studio.selfsame.enrolment;

import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import studio.selfsame.enrolment.Coverage.Measure;
import studio.selfsame.enrolment.Coverage.Part;
import studio.selfsame.enrolment.Coverage.Unit;
import studio.selfsame.face.FaceObservation;

/** Measures what usable frames show. How much is enough is told in docs/enrolment.md. */
final class FootageCoverage {
    private static final double BLINKING = 0.5;
    private static final double ASIDE_DEG = 8;
    private static final double LUMA_BLACK = 16;
    private static final double LUMA_RANGE = 219;
    /** Luma levels around the median that still look like the same light. */
    private static final double SAME_LIGHT = 15;

    private final Clip clip;
    private final List<FaceObservation> faces;

    private FootageCoverage(Clip clip, List<FaceObservation> faces) {
        this.clip = clip;
        this.faces = faces;
    }

    /** @param usable in order of time */
    static Coverage of(Clip clip, List<FaceObservation> usable) {
        FootageCoverage coverage = new FootageCoverage(clip, usable);
        Lips lips = Lips.of(usable);
        return new Coverage(
                Coverage.Basis.LIPS,
                List.of(
                        coverage.length(),
                        MouthShape.seen(lips.times()),
                        range(lips),
                        coverage.eyes(),
                        coverage.light()),
                PoseGrid.of(clip, usable));
    }

    private Part length() {
        return new Part(
                "length",
                "Length",
                List.of(Measure.of(
                        "usable",
                        "Usable footage",
                        clip.seconds(faces.size()),
                        60,
                        Unit.SECONDS,
                        "Film a minute of yourself speaking; two or three are better.")));
    }

    private static Part range(Lips lips) {
        return new Part(
                "mouth-range",
                "How far the mouth moves",
                List.of(
                        Measure.of(
                                "opening",
                                "Opening, of the eyes' distance",
                                100 * lips.openRange(),
                                12,
                                Unit.PERCENT,
                                "Speak up and clearly, as to somebody across a table."),
                        Measure.of(
                                "width",
                                "Width from rounded to spread, of the eyes' distance",
                                100 * lips.widthRange(),
                                8,
                                Unit.PERCENT,
                                "Say \"ooh\" and \"ee\" in turn, five times, and smile once.")));
    }

    private Part eyes() {
        double yaw = median(face -> face.eyes().gazeYawDeg());
        double pitch = median(face -> face.eyes().gazePitchDeg());
        Predicate<FaceObservation> ahead =
                face -> Math.hypot(face.eyes().gazeYawDeg() - yaw, face.eyes().gazePitchDeg() - pitch) < ASIDE_DEG;
        return new Part(
                "eyes",
                "Eyes",
                List.of(
                        Measure.of(
                                "blinks", "Blinks", blinks(), 5, Unit.TIMES, "Blink now and then, as you do anyway."),
                        Measure.of(
                                "gaze-ahead",
                                "Looking where you mostly look",
                                seconds(ahead),
                                20,
                                Unit.SECONDS,
                                "Look into the camera while you speak, not at a text beside it."),
                        Measure.of(
                                "gaze-aside",
                                "Looking elsewhere",
                                seconds(ahead.negate()),
                                1,
                                Unit.SECONDS,
                                "Look aside for a moment now and then, as when you think.")));
    }

    private Part light() {
        double usual = median(FaceObservation::brightness);
        return new Part(
                "light",
                "Light",
                List.of(
                        Measure.of(
                                "brightness",
                                "Brightness of your face",
                                Math.clamp(100 * (usual - LUMA_BLACK) / LUMA_RANGE, 0, 100),
                                25,
                                Unit.PERCENT,
                                "Put more light on your face, best a window in front of you."),
                        Measure.of(
                                "steadiness",
                                "Frames in the same light",
                                faces.isEmpty()
                                        ? 0
                                        : 100
                                                * seconds(face -> Math.abs(face.brightness() - usual) <= SAME_LIGHT)
                                                / clip.seconds(faces.size()),
                                80,
                                Unit.PERCENT,
                                "Film all of it in the same light, without sun and clouds in turn.")));
    }

    private int blinks() {
        int blinks = 0;
        boolean shut = false;
        for (FaceObservation face : faces) {
            boolean now = face.eyes().blink() > BLINKING;
            blinks += now && !shut ? 1 : 0;
            shut = now;
        }
        return blinks;
    }

    private double seconds(Predicate<FaceObservation> which) {
        return clip.seconds((int) faces.stream().filter(which).count());
    }

    private double median(ToDoubleFunction<FaceObservation> figure) {
        double[] sorted = faces.stream().mapToDouble(figure).sorted().toArray();
        return sorted.length == 0 ? 0 : sorted[sorted.length / 2];
    }
}
