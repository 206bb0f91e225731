package studio.selfsame.inspection;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import studio.selfsame.watermark.Alteration;

/** What was done to a file since it was sealed, as far as its marks tell, in plain words. */
final class Changes {
    /** Smaller ones may be the search's own. */
    private static final double NOTABLE_SCALE = 0.02;

    private static final double NOTABLE_DEGREES = 0.3;
    private static final double NOTABLE_SPEED = 0.01;

    private Changes() {}

    /** One sentence for each; none where nothing had to be undone. */
    static List<String> of(Alteration alteration) {
        return switch (alteration) {
            case Alteration.OfPicture picture -> ofPicture(picture);
            case Alteration.OfSound sound -> ofSound(sound);
        };
    }

    private static List<String> ofPicture(Alteration.OfPicture picture) {
        List<String> changes = new ArrayList<>();
        double across = picture.scaleX();
        double down = picture.scaleY();
        if (Math.abs(across / down - 1) > NOTABLE_SCALE) {
            changes.add(said(
                    "The picture was stretched: everything is %.0f %% as wide and %.0f %% as high.",
                    100 * across, 100 * down));
        } else if (across > 1 + NOTABLE_SCALE) {
            changes.add(said("The picture was cropped: everything is %.0f %% as large in its frame.", 100 * across));
        } else if (across < 1 - NOTABLE_SCALE) {
            changes.add(said("The picture was set in a larger frame: it is %.0f %% as large.", 100 * across));
        }
        if (picture.mirrored()) {
            changes.add("The picture was mirrored.");
        }
        double degrees = picture.rotationDegrees();
        if (Math.abs(degrees) >= NOTABLE_DEGREES) {
            changes.add(said(
                    "The picture was turned by %.1f° %s.",
                    Math.abs(degrees), degrees > 0 ? "clockwise" : "anticlockwise"));
        }
        speed("picture", picture.speed(), changes);
        return changes;
    }

    private static List<String> ofSound(Alteration.OfSound sound) {
        List<String> changes = new ArrayList<>();
        speed("sound", sound.tempo(), changes);
        if (Math.abs(sound.pitch() - 1) > NOTABLE_SPEED) {
            changes.add(said(
                    "The pitch of the sound was %s, by a factor of %.2f.",
                    sound.pitch() > 1 ? "raised" : "lowered", sound.pitch()));
        }
        return changes;
    }

    private static void speed(String what, double speed, List<String> changes) {
        if (Math.abs(speed - 1) > NOTABLE_SPEED) {
            changes.add(said(
                    "The %s was %s: it runs %.2f times as fast.", what, speed > 1 ? "sped up" : "slowed down", speed));
        }
    }

    private static String said(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
