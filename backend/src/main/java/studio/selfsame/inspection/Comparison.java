package studio.selfsame.inspection;

import java.util.Optional;
import studio.selfsame.inspection.InspectionReport.Fingerprint;
import studio.selfsame.sealing.OutputPrints;
import studio.selfsame.watermark.Alteration;
import studio.selfsame.watermark.Likeness;

/** What is seen and heard in a file, beside what was sealed as the output that it claims to be. */
record Comparison(Fingerprint picture, Fingerprint sound) {
    static final Comparison NONE = new Comparison(Fingerprint.UNKNOWN, Fingerprint.UNKNOWN);

    /** Beyond these, fingerprints of the same picture differ. */
    private static final double MOST_DEGREES = 3;

    private static final double MOST_STRETCH = 0.05;
    private static final double LEAST_SCALE = 0.95;
    private static final double MOST_SCALE = 1.45;
    private static final double MOST_PITCH = 0.01;

    static Comparison of(OutputPrints sealed, Marks marks) {
        return new Comparison(picture(sealed, marks), sound(sealed, marks));
    }

    private static Fingerprint picture(OutputPrints sealed, Marks marks) {
        Optional<Alteration> alteration = marks.picture().map(Sighting::alteration);
        if (marks.picturePrint().isEmpty()
                || (alteration.isPresent()
                        && alteration.get() instanceof Alteration.OfPicture picture
                        && isBeyond(picture))) {
            return Fingerprint.UNKNOWN;
        }
        double speed = alteration.isPresent() && alteration.get() instanceof Alteration.OfPicture picture
                ? picture.speed()
                : 1;
        return said(sealed.picture().compare(marks.picturePrint().get(), Math.clamp(speed, 0.5, 2)));
    }

    private static boolean isBeyond(Alteration.OfPicture picture) {
        return Math.abs(picture.rotationDegrees()) > MOST_DEGREES
                || Math.abs(picture.scaleX() / picture.scaleY() - 1) > MOST_STRETCH
                || picture.scaleX() < LEAST_SCALE
                || picture.scaleX() > MOST_SCALE;
    }

    private static Fingerprint sound(OutputPrints sealed, Marks marks) {
        if (sealed.sound().isEmpty() || marks.soundPrint().isEmpty()) {
            return Fingerprint.UNKNOWN;
        }
        double tempo = 1;
        if (marks.sound().map(Sighting::alteration).orElse(null) instanceof Alteration.OfSound altered) {
            if (Math.abs(altered.pitch() - 1) > MOST_PITCH) {
                return Fingerprint.UNKNOWN;
            }
            tempo = altered.tempo();
        }
        return said(sealed.sound().get().compare(marks.soundPrint().get(), Math.clamp(tempo, 0.5, 2)));
    }

    private static Fingerprint said(Likeness likeness) {
        return switch (likeness) {
            case Likeness.Same same -> Fingerprint.SAME;
            case Likeness.Different different -> Fingerprint.DIFFERENT;
            case Likeness.Unclear unclear -> Fingerprint.UNKNOWN;
        };
    }

    /** Of the whole: different as soon as one of the two is. */
    Fingerprint whole() {
        if (picture == Fingerprint.DIFFERENT || sound == Fingerprint.DIFFERENT) {
            return Fingerprint.DIFFERENT;
        }
        return picture == Fingerprint.SAME || sound == Fingerprint.SAME ? Fingerprint.SAME : Fingerprint.UNKNOWN;
    }
}
