package studio.selfsame.watermark;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The pilots of one key on the middle of the plane of chips, as a search needs them. */
final class Pilot {
    /** Fine chips along each side; frames of up to 2.8 times their shorter side lie within. */
    static final int SIDE = 256;
    /** Samples per fine chip of the tables that a fit looks up. */
    static final int FINENESS = 4;

    private final float[] alternating;
    private final float[] steady;
    private final Map<List<Placement.Symmetry>, Spectra> known = new HashMap<>();

    Pilot(WatermarkKey key) {
        ChipDraw draw = new ChipDraw(key);
        this.alternating = PilotChips.heights(draw, SIDE, SIDE, PilotChips.ALTERNATING);
        this.steady = PilotChips.heights(draw, SIDE, SIDE, PilotChips.STEADY);
    }

    /**
     * Spectra of both pilots as {@link PlaneFft} leaves them, seen through one or two symmetries.
     *
     * @param alternating for each symmetry
     * @param steady of the plane whose real part is the pilot through the first symmetry and whose imaginary part is that
     *     through the second: two correlations with what is real fit into one complex one
     */
    record Spectra(List<Placement.Symmetry> symmetries, List<PlaneFft.Plane> alternating, PlaneFft.Plane steady) {}

    /** Both pilots as tables, {@link #FINENESS} · {@link #SIDE} squared. */
    record Tables(float[] alternating, float[] steady) {}

    /** The spectra of the pilots as seen through these symmetries: their value at a point is the pilot's at its image. */
    List<Spectra> spectra(Set<Placement.Symmetry> symmetries, PlaneFft fft) {
        List<Placement.Symmetry> all = List.copyOf(symmetries);
        List<Spectra> spectra = new ArrayList<>();
        for (int first = 0; first < all.size(); first += 2) {
            spectra.add(known.computeIfAbsent(
                    all.subList(first, Math.min(first + 2, all.size())), some -> spectra(some, fft)));
        }
        return spectra;
    }

    private Spectra spectra(List<Placement.Symmetry> symmetries, PlaneFft fft) {
        List<PlaneFft.Plane> turning = new ArrayList<>();
        PlaneFft.Plane still = PlaneFft.Plane.of(SIDE, SIDE);
        for (Placement.Symmetry symmetry : symmetries) {
            PlaneFft.Plane plane = PlaneFft.Plane.of(SIDE, SIDE);
            lay(alternating, symmetry, plane.re());
            turning.add(spectrum(plane, fft));
            lay(steady, symmetry, turning.size() == 1 ? still.re() : still.im());
        }
        return new Spectra(symmetries, turning, spectrum(still, fft));
    }

    private static void lay(float[] heights, Placement.Symmetry symmetry, float[][] plane) {
        for (int row = 0; row < SIDE; row++) {
            for (int column = 0; column < SIDE; column++) {
                // Twice the distance of the chip's centre from the plane's, so that the symmetries are exact.
                int x = 2 * column + 1 - SIDE;
                int y = 2 * row + 1 - SIDE;
                int fromColumn = (symmetry.xx() * x + symmetry.xy() * y + SIDE - 1) / 2;
                int fromRow = (symmetry.yx() * x + symmetry.yy() * y + SIDE - 1) / 2;
                plane[row][column] = heights[fromRow * SIDE + fromColumn];
            }
        }
    }

    private static PlaneFft.Plane spectrum(PlaneFft.Plane plane, PlaneFft fft) {
        PlaneFft.Plane spectrum = PlaneFft.Plane.of(SIDE, SIDE);
        fft.forward(plane, spectrum);
        return spectrum;
    }

    Tables tables() {
        return new Tables(table(alternating), table(steady));
    }

    private static float[] table(float[] heights) {
        int fine = SIDE * FINENESS;
        float[] across = new float[SIDE * fine];
        for (int row = 0; row < SIDE; row++) {
            for (int i = 0; i < fine; i++) {
                double place = (i + 0.5) / FINENESS - 0.5;
                int first = (int) Math.floor(place) - 1;
                for (int tap = Math.max(0, first); tap < Math.min(SIDE, first + ChipPulse.TAPS); tap++) {
                    across[row * fine + i] += (float) ChipPulse.at(place - tap) * heights[row * SIDE + tap];
                }
            }
        }
        float[] table = new float[fine * fine];
        for (int i = 0; i < fine; i++) {
            double place = (i + 0.5) / FINENESS - 0.5;
            int first = (int) Math.floor(place) - 1;
            for (int tap = Math.max(0, first); tap < Math.min(SIDE, first + ChipPulse.TAPS); tap++) {
                float weight = (float) ChipPulse.at(place - tap);
                for (int column = 0; column < fine; column++) {
                    table[i * fine + column] += weight * across[tap * fine + column];
                }
            }
        }
        return table;
    }
}
