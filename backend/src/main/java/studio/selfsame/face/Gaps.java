package studio.selfsame.face;

import java.util.ArrayList;
import java.util.List;

/** Fills what the nets missed for up to three frames by straight lines between what they saw before and after. */
final class Gaps {
    private static final int MOST_FRAMES = 3;

    /** Of the face's side: whoever moved further meanwhile is not known to have gone straight. */
    private static final double MOST_MOVE = 0.5;

    private Gaps() {}

    static List<Sighting> filled(List<Sighting> seen) {
        List<Sighting> all = new ArrayList<>();
        for (Sighting after : seen) {
            if (!all.isEmpty()) {
                Sighting before = all.getLast();
                int missed = after.frameIndex() - before.frameIndex() - 1;
                if (missed >= 1 && missed <= MOST_FRAMES && isNear(before.landmarks(), after.landmarks())) {
                    for (int k = 1; k <= missed; k++) {
                        all.add(between(before, after, k / (missed + 1.0), before.frameIndex() + k));
                    }
                }
            }
            all.add(after);
        }
        return all;
    }

    private static boolean isNear(Landmarks before, Landmarks after) {
        Region a = Region.of(before);
        Region b = Region.of(after);
        return Math.hypot(a.centreX() - b.centreX(), a.centreY() - b.centreY()) < MOST_MOVE * a.side();
    }

    private static Sighting between(Sighting before, Sighting after, double share, int frameIndex) {
        Landmarks a = before.landmarks();
        Landmarks b = after.landmarks();
        return new Sighting(
                frameIndex,
                Math.round(mix(before.presentationTimeUs(), after.presentationTimeUs(), share)),
                new Landmarks(mix(a.x(), b.x(), share), mix(a.y(), b.y(), share), mix(a.z(), b.z(), share)),
                0,
                mix(before.sharpness(), after.sharpness(), share),
                mix(before.brightness(), after.brightness(), share),
                before.look(),
                before.pixels(),
                true,
                null);
    }

    private static float[] mix(float[] a, float[] b, double share) {
        float[] mixed = new float[a.length];
        for (int i = 0; i < mixed.length; i++) {
            mixed[i] = (float) mix(a[i], b[i], share);
        }
        return mixed;
    }

    private static double mix(double a, double b, double share) {
        return a + share * (b - a);
    }
}
