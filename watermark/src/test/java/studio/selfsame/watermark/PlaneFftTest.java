package studio.selfsame.watermark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PlaneFftTest {

    @ParameterizedTest
    @CsvSource({"2, 2", "4, 8", "16, 4", "32, 16"})
    void forward_anyPlane_isTheSumOverItsDefinition(int rows, int columns) {
        PlaneFft.Plane plane = noise(rows, columns);
        PlaneFft.Plane given = copy(plane);
        PlaneFft fft = new PlaneFft(rows, columns);
        PlaneFft.Plane spectrum = PlaneFft.Plane.of(columns, rows);
        fft.forward(plane, spectrum);
        for (int down = 0; down < rows; down++) {
            for (int across = 0; across < columns; across++) {
                double re = 0;
                double im = 0;
                for (int row = 0; row < rows; row++) {
                    for (int column = 0; column < columns; column++) {
                        double turn = -2 * Math.PI * (down * row / (double) rows + across * column / (double) columns);
                        re += given.re()[row][column] * Math.cos(turn) - given.im()[row][column] * Math.sin(turn);
                        im += given.re()[row][column] * Math.sin(turn) + given.im()[row][column] * Math.cos(turn);
                    }
                }
                assertThat(spectrum.re()[fft.row(across)][fft.column(down)]).isCloseTo((float) re, within(1e-4f));
                assertThat(spectrum.im()[fft.row(across)][fft.column(down)]).isCloseTo((float) im, within(1e-4f));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"2, 2", "4, 8", "128, 64", "256, 256"})
    void inverse_ofForward_isThePlaneTimesItsSize(int rows, int columns) {
        PlaneFft.Plane plane = noise(rows, columns);
        PlaneFft.Plane given = copy(plane);
        PlaneFft fft = new PlaneFft(rows, columns);
        PlaneFft.Plane spectrum = PlaneFft.Plane.of(columns, rows);
        fft.forward(plane, spectrum);
        fft.inverse(spectrum, plane);
        float size = rows * columns;
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                assertThat(plane.re()[row][column] / size).isCloseTo(given.re()[row][column], within(1e-5f));
                assertThat(plane.im()[row][column] / size).isCloseTo(given.im()[row][column], within(1e-5f));
            }
        }
    }

    private static PlaneFft.Plane noise(int rows, int columns) {
        Random random = new Random(rows * 31 + columns);
        PlaneFft.Plane plane = PlaneFft.Plane.of(rows, columns);
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                plane.re()[row][column] = (float) random.nextGaussian();
                plane.im()[row][column] = (float) random.nextGaussian();
            }
        }
        return plane;
    }

    private static PlaneFft.Plane copy(PlaneFft.Plane plane) {
        PlaneFft.Plane copy = PlaneFft.Plane.of(plane.re().length, plane.re()[0].length);
        for (int row = 0; row < plane.re().length; row++) {
            System.arraycopy(plane.re()[row], 0, copy.re()[row], 0, plane.re()[row].length);
            System.arraycopy(plane.im()[row], 0, copy.im()[row], 0, plane.im()[row].length);
        }
        return copy;
    }
}
