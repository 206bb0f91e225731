package studio.selfsame.watermark;

import java.util.EnumMap;
import java.util.Map;

/** The pilots of one key on the middle of the plane of chips, as a search needs them. */
final class Pilot {
    /** Fine chips along each side; frames of up to 2.8 times their shorter side lie within. */
    static final int SIDE = 256;
    /** Samples per fine chip of the tables that a fit looks up. */
    static final int FINENESS = 4;

    private final float[] alternating;
    private final float[] steady;
    private final Map<Placement.Symmetry, Spectra> spectra = new EnumMap<>(Placement.Symmetry.class);

    Pilot(WatermarkKey key) {
        ChipDraw draw = new ChipDraw(key);
        this.alternating = PilotChips.heights(draw, SIDE, SIDE, PilotChips.ALTERNATING);
        this.steady = PilotChips.heights(draw, SIDE, SIDE, PilotChips.STEADY);
    }

    /** Spectra of both pilots as {@link PlaneFft} leaves them. */
    record Spectra(PlaneFft.Plane alternating, PlaneFft.Plane steady) {}

    /** Both pilots as tables, {@link #FINENESS} · {@link #SIDE} squared. */
    record Tables(float[] alternating, float[] steady) {}

    /** The spectra of the pilots as seen through a symmetry: their value at a point is the pilot's at its image. */
    Spectra spectra(Placement.Symmetry symmetry, PlaneFft fft) {
        return spectra.computeIfAbsent(
                symmetry, s -> new Spectra(spectrum(alternating, s, fft), spectrum(steady, s, fft)));
    }

    private static PlaneFft.Plane spectrum(float[] heights, Placement.Symmetry symmetry, PlaneFft fft) {
        PlaneFft.Plane plane = PlaneFft.Plane.of(SIDE, SIDE);
        for (int row = 0; row < SIDE; row++) {
            for (int column = 0; column < SIDE; column++) {
                // Twice the distance of the chip's centre from the plane's, so that the symmetries are exact.
                int x = 2 * column + 1 - SIDE;
                int y = 2 * row + 1 - SIDE;
                int fromColumn = (symmetry.xx() * x + symmetry.xy() * y + SIDE - 1) / 2;
                int fromRow = (symmetry.yx() * x + symmetry.yy() * y + SIDE - 1) / 2;
                plane.re()[row][column] = heights[fromRow * SIDE + fromColumn];
            }
        }
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
