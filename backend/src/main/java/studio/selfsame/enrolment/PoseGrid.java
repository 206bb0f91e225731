package studio.selfsame.enrolment;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import studio.selfsame.enrolment.Coverage.Cell;
import studio.selfsame.face.FaceObservation;

/**
 * Where the head pointed, beside where it mostly does: what a tracker says of a head's pose is off by a constant for each
 * person and camera.
 */
final class PoseGrid {
    private static final List<Double> YAW_DEG = List.of(-18.0, -6.0, 6.0, 18.0);
    private static final List<Double> PITCH_DEG = List.of(6.0, -6.0);
    private static final List<String> TURNS = List.of(
            "far to your right",
            "a little to your right",
            "straight ahead",
            "a little to your left",
            "far to your left");
    private static final List<String> NODS = List.of("a little up", "", "a little down");
    private static final int AHEAD = 2;
    private static final int LEVEL = 1;
    private static final double ENOUGH_AHEAD_S = 20;
    private static final double ENOUGH_BESIDE_S = 2;

    private PoseGrid() {}

    static Coverage.Poses of(Clip clip, List<FaceObservation> faces) {
        double yaw = median(faces, face -> face.pose().yawDeg());
        double pitch = median(faces, face -> face.pose().pitchDeg());
        int[][] frames = new int[NODS.size()][TURNS.size()];
        for (FaceObservation face : faces) {
            double turn = face.pose().yawDeg() - yaw;
            double nod = face.pose().pitchDeg() - pitch;
            int row = (int) PITCH_DEG.stream().filter(edge -> nod < edge).count();
            int column = (int) YAW_DEG.stream().filter(edge -> turn >= edge).count();
            frames[row][column]++;
        }
        List<Cell> cells = new ArrayList<>();
        for (int row = 0; row < NODS.size(); row++) {
            for (int column = 0; column < TURNS.size(); column++) {
                cells.add(cell(row, column, clip.seconds(frames[row][column])));
            }
        }
        return new Coverage.Poses(YAW_DEG, PITCH_DEG, cells);
    }

    private static Cell cell(int row, int column, double seconds) {
        boolean middle = row == LEVEL && column == AHEAD;
        // A head that turns moves through what lies next to the middle; the corners are seldom drawn into.
        boolean beside = Math.abs(row - LEVEL) + Math.abs(column - AHEAD) == 1;
        double enough = middle ? ENOUGH_AHEAD_S : beside ? ENOUGH_BESIDE_S : 0;
        String label = label(row, column);
        String remedy = middle
                ? "Speak for a minute, looking straight into the camera."
                : "Read the second paragraph again, looking %s.".formatted(label);
        return new Cell(row, column, label, seconds, enough, seconds >= enough ? "" : remedy);
    }

    private static String label(int row, int column) {
        if (row == LEVEL) {
            return TURNS.get(column);
        }
        return column == AHEAD ? NODS.get(row) : TURNS.get(column) + " and " + NODS.get(row);
    }

    private static double median(List<FaceObservation> faces, ToDoubleFunction<FaceObservation> figure) {
        double[] sorted = faces.stream().mapToDouble(figure).sorted().toArray();
        return sorted.length == 0 ? 0 : sorted[sorted.length / 2];
    }
}
