package studio.selfsame.likeness;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import studio.selfsame.likeness.net.Activation;
import studio.selfsame.likeness.net.LossWeights;
import studio.selfsame.likeness.net.NetShape;
import studio.selfsame.likeness.net.OptimiserKind;
import studio.selfsame.likeness.net.Processor;

/**
 * What a person may set about the training of their likeness. Made by {@link DraftSettings}, which knows the ranges.
 *
 * @param resolution side of the network's pictures in pixels
 * @param channels of each of the network's levels
 * @param steps of training at most; 0 draws from retrieved pixels alone
 * @param patience how many scores on held-out frames without improvement end the training; 0 trains all steps
 * @param batch examples a step
 * @param learningRate at the start; falls along a cosine
 * @param seed of everything random; the same seed gives the same model on the same machine
 */
record TrainingSettings(
        Renderer renderer,
        Processor device,
        int resolution,
        List<Integer> channels,
        Activation activation,
        int steps,
        int patience,
        int batch,
        double learningRate,
        OptimiserKind optimiser,
        LossWeights loss,
        long seed) {
    TrainingSettings {
        channels = List.copyOf(channels);
    }

    /** The settings of who sets nothing. */
    static TrainingSettings usual() {
        return Profile.CPU.settings();
    }

    /** To change some of them. */
    DraftSettings draft() {
        return new DraftSettings(this);
    }

    NetShape netShape() {
        return new NetShape(resolution, LikenessModel.NET_VALUES, channels, activation);
    }

    /** The loss weights that apply: the discriminator's only with its renderer, the temporal one only to pairs. */
    LossWeights losses(boolean inPairs) {
        return new LossWeights(
                loss.pixel(),
                loss.mouth(),
                inPairs ? loss.temporal() : 0,
                loss.gradient(),
                renderer == Renderer.ADVERSARIAL ? loss.adversarial() : 0,
                loss.adversarialFrom());
    }

    /** Whether the discriminator takes part in a step. */
    boolean judgedAt(int step) {
        return renderer == Renderer.ADVERSARIAL && loss.adversarial() > 0 && step >= loss.adversarialFrom();
    }

    boolean trainsNothing() {
        return renderer == Renderer.RETRIEVAL || steps == 0;
    }

    /** Whether a second look is learnt from. */
    boolean looksAtTakes() {
        return renderer == Renderer.AUTOENCODER && steps > 0;
    }

    /** By the names under which they are asked for. */
    Map<String, String> asMap() {
        Map<String, String> map = new LinkedHashMap<>();
        map.put("renderer", renderer.toString());
        map.put("device", device.toString());
        map.put("resolution", Integer.toString(resolution));
        map.put("channels", channels.stream().map(String::valueOf).collect(Collectors.joining("-")));
        map.put("activation", activation.toString());
        map.put("steps", Integer.toString(steps));
        map.put("patience", Integer.toString(patience));
        map.put("batch", Integer.toString(batch));
        map.put("learningRate", Double.toString(learningRate));
        map.put("optimiser", optimiser.toString());
        map.put("pixelWeight", Double.toString(loss.pixel()));
        map.put("mouthWeight", Double.toString(loss.mouth()));
        map.put("temporalWeight", Double.toString(loss.temporal()));
        map.put("gradientWeight", Double.toString(loss.gradient()));
        map.put("adversarialWeight", Double.toString(loss.adversarial()));
        map.put("adversarialFrom", Integer.toString(loss.adversarialFrom()));
        map.put("seed", Long.toString(seed));
        return map;
    }
}
