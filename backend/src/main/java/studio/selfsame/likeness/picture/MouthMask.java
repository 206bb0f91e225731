package studio.selfsame.likeness.picture;

/**
 * How much of each point of the lower face comes from the person's other frame: 1 over mouth and chin, falling softly to
 * 0 below the nose, on the cheeks and on the neck. Lengths in eye distances in stabilised space.
 */
public record MouthMask(double centreX, double centreY, double halfWidth, double up, double down) {
    private static final double FULL = 0.68;

    /** Fits the mask to this plate and this source: below the lower of both chins. */
    public static MouthMask of(StabilisedFace plate, StabilisedFace source) {
        int n = plate.jaw().length / 2;
        double mouthX = (plate.lips().centreX() + source.lips().centreX()) / 2;
        double mouthY = (plate.lips().centreY() + source.lips().centreY()) / 2;
        double chin = Math.max(plate.jaw()[n + FaceGeometry.CHIN], source.jaw()[n + FaceGeometry.CHIN]);
        double lip = Math.min(top(plate), top(source));
        return new MouthMask(mouthX, mouthY, 0.66, Math.max(0.30, (mouthY - lip) * 1.5), chin - mouthY + 0.36);
    }

    private static double top(StabilisedFace face) {
        double best = Double.MAX_VALUE;
        float[] outer = face.lips().outer();
        for (int i = outer.length / 2; i < outer.length; i++) {
            best = Math.min(best, outer[i]);
        }
        return best;
    }

    /** 0..1. */
    public double at(double x, double y) {
        double dx = Math.abs(x - centreX) / halfWidth;
        double dy = y < centreY ? (centreY - y) / up : (y - centreY) / down;
        if (dx >= 1 || dy >= 1) {
            return 0;
        }
        // To the power of 2.5 each; the root is drawn only where the mask fades.
        double power = dx * dx * Math.sqrt(dx) + dy * dy * Math.sqrt(dy);
        if (power >= 1) {
            return 0;
        }
        double t = Math.min((1 - Math.pow(power, 1 / 2.5)) / (1 - FULL), 1);
        return t * t * (3 - 2 * t);
    }
}
