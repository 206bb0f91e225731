package studio.selfsame.likeness;

import java.util.LinkedHashMap;
import java.util.Map;
import studio.selfsame.problem.ProblemException;

/**
 * What a person may set about the training of their likeness.
 *
 * @param steps of the residual network, 0..20000; 0 draws from retrieved pixels alone
 * @param learningRate at the start, 1e-5..1e-2; falls along a cosine
 * @param batch examples a step, 1..64
 * @param channels of the first level, 4..64, a multiple of 4
 * @param resolution side of the network's pictures in pixels, 32..256, a multiple of 8
 * @param seed of everything random; the same seed gives the same model on the same machine
 */
record TrainingSettings(int steps, double learningRate, int batch, int channels, int resolution, long seed) {
    static final TrainingSettings DEFAULT = new TrainingSettings(500, 1e-3, 8, 16, 64, 1);

    TrainingSettings {
        check("steps", steps, 0, 20_000, 1);
        check("batch", batch, 1, 64, 1);
        check("channels", channels, 4, 64, 4);
        check("resolution", resolution, 32, 256, 8);
        if (!(learningRate >= 1e-5 && learningRate <= 1e-2)) {
            throw refused("learningRate", learningRate, "0.00001 to 0.01");
        }
    }

    Map<String, String> asMap() {
        Map<String, String> map = new LinkedHashMap<>();
        map.put("steps", Integer.toString(steps));
        map.put("learningRate", Double.toString(learningRate));
        map.put("batch", Integer.toString(batch));
        map.put("channels", Integer.toString(channels));
        map.put("resolution", Integer.toString(resolution));
        map.put("seed", Long.toString(seed));
        return map;
    }

    private static void check(String name, int value, int least, int most, int multiple) {
        if (value < least || value > most || value % multiple != 0) {
            String step = multiple == 1 ? "" : ", a multiple of " + multiple;
            throw refused(name, value, least + " to " + most + step);
        }
    }

    private static ProblemException refused(String name, Number value, String allowed) {
        return ProblemException.unusable(
                "training",
                "The setting `" + name + "` is `" + value + "`; allowed is " + allowed + ".",
                "Training was not started.",
                "Choose a value in that range, or leave the setting out.");
    }
}
