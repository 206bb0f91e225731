package studio.selfsame.sealing.label;

/** Which pixels of a label are letter and which are plate, and which of its parts, side by side, they belong to. */
final class LabelPixels {
    /** Width of a part, as part of the height of a letter: about two letters. */
    private static final double PART = 2.5;
    /** Letters as thin as a pixel cover hardly one wholly: the best quarter of what they cover stands for them. */
    private static final double BEST = 0.25;
    /** Least share of a part that is letter, for it to be asked about. */
    private static final double LEAST_LETTER = 0.01;

    private static final byte EDGE = 0;
    private static final byte PLATE = 1;
    private static final byte LETTER = 2;

    private final int widthPx;
    private final byte[] kinds;
    private final int[] partOf;
    private final int parts;

    private LabelPixels(int widthPx, byte[] kinds, int[] partOf, int parts) {
        this.widthPx = widthPx;
        this.kinds = kinds;
        this.partOf = partOf;
        this.parts = parts;
    }

    static LabelPixels of(LabelLayout layout) {
        int letter = coverageOfALetter(layout.words());
        byte[] kinds = new byte[layout.words().length];
        for (int i = 0; i < kinds.length; i++) {
            int covered = layout.words()[i] & 0xff;
            if (covered >= letter) {
                kinds[i] = LETTER;
            } else {
                kinds[i] = covered == 0 && (layout.plate()[i] & 0xff) == 255 ? PLATE : EDGE;
            }
        }
        int parts = (int) Math.max(1, layout.widthPx() / (PART * layout.letterPx()));
        int[] partOf = new int[layout.widthPx()];
        for (int x = 0; x < partOf.length; x++) {
            partOf[x] = x * parts / partOf.length;
        }
        return new LabelPixels(layout.widthPx(), kinds, partOf, parts);
    }

    private static int coverageOfALetter(byte[] words) {
        int[] covered = new int[256];
        int inked = 0;
        for (byte word : words) {
            if (word != 0) {
                covered[word & 0xff]++;
                inked++;
            }
        }
        int coverage = 255;
        for (int best = covered[255]; best < BEST * inked; best += covered[coverage]) {
            coverage--;
        }
        return coverage;
    }

    int parts() {
        return parts;
    }

    int partOf(int x) {
        return partOf[x];
    }

    /** Whether the plate covers it wholly and no letter any of it. */
    boolean isPlate(int i) {
        return kinds[i] == PLATE;
    }

    double leastContrast(byte[] luma, int stridePx, LabelTrack.Spot spot) {
        double[] words = new double[parts];
        double[] plate = new double[parts];
        int[] wordPixels = new int[parts];
        int[] platePixels = new int[parts];
        for (int first = 0, row = spot.yPx(); first < kinds.length; first += widthPx, row++) {
            int at = row * stridePx + spot.xPx();
            for (int x = 0; x < widthPx; x++) {
                byte kind = kinds[first + x];
                if (kind == LETTER) {
                    words[partOf[x]] += PlateOpacity.luminance(luma[at + x]);
                    wordPixels[partOf[x]]++;
                } else if (kind == PLATE) {
                    plate[partOf[x]] += PlateOpacity.luminance(luma[at + x]);
                    platePixels[partOf[x]]++;
                }
            }
        }
        double least = Double.MAX_VALUE;
        for (int p = 0; p < parts; p++) {
            if (wordPixels[p] > LEAST_LETTER * kinds.length / parts) {
                least = Math.min(least, PlateOpacity.contrast(words[p] / wordPixels[p], plate[p] / platePixels[p]));
            }
        }
        return least;
    }
}
