package studio.selfsame.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * What the presenter's footage was drawn from, a row for each frame: {@code yaw, pitch, roll, gaze_yaw, gaze_pitch} in degrees,
 * signed as {@code HeadPose} is; {@code blink} 0..1; {@code lip_gap} over the eyes' distance; {@code brow_raise} 0..1; the inner
 * corners of the eyes in pixels of the square footage, {@code left} on the left of the picture.
 */
record TrackingTruth(List<String> names, List<double[]> frames) {
    static TrackingTruth read(Path csv) throws IOException {
        List<String> lines = Files.readAllLines(csv);
        return new TrackingTruth(
                List.of(lines.getFirst().split(",")),
                lines.stream()
                        .skip(1)
                        .map(line -> Arrays.stream(line.split(","))
                                .mapToDouble(Double::parseDouble)
                                .toArray())
                        .toList());
    }

    /** One figure in the frames of these indices. */
    double[] column(String name, List<Integer> indices) {
        int column = names.indexOf(name);
        return indices.stream().mapToDouble(i -> frames.get(i)[column]).toArray();
    }
}
