package studio.selfsame.likeness.net;

/** Counts what a network costs, layer by layer, and tells each convolution to who listens. */
final class Measure implements Operators<Measure.Size> {
    /** One example's tensor {@code channels × side × side}. */
    record Size(int channels, int sidePx) {
        long numbers() {
            return (long) channels * sidePx * sidePx;
        }
    }

    /** Hears of each convolution, in the order of the definition. */
    interface Layers {
        void convolution(String name, int inputs, int outputs, int kernel);
    }

    private final Layers layers;
    private long parameters;
    private long products;
    private long activations;

    Measure(Layers layers) {
        this.layers = layers;
    }

    NetCost cost() {
        return new NetCost(parameters, products, activations);
    }

    @Override
    public Size convolve(Size x, String name, int inputs, int outputs, int kernel, int stride) {
        if (x.channels() != inputs) {
            throw new IllegalArgumentException(name + " takes " + inputs + " channels, is given " + x.channels());
        }
        layers.convolution(name, inputs, outputs, kernel);
        Size y = new Size(outputs, (x.sidePx() + stride - 1) / stride);
        long weights = (long) inputs * outputs * kernel * kernel;
        parameters += weights + outputs;
        products += weights * y.sidePx() * y.sidePx();
        return kept(y);
    }

    @Override
    public Size activate(Size x, Activation activation) {
        return kept(x);
    }

    @Override
    public Size scale(Size x, float factor) {
        return kept(x);
    }

    @Override
    public Size add(Size x, float constant) {
        return kept(x);
    }

    @Override
    public Size modulate(Size x, Size scale, Size shift) {
        kept(x);
        return kept(x);
    }

    @Override
    public Size enlarge(Size x) {
        return kept(new Size(x.channels(), 2 * x.sidePx()));
    }

    @Override
    public Size join(Size x, Size y) {
        if (x.sidePx() != y.sidePx()) {
            throw new IllegalArgumentException("pictures of " + x.sidePx() + " and " + y.sidePx() + " pixels");
        }
        return kept(new Size(x.channels() + y.channels(), x.sidePx()));
    }

    private Size kept(Size x) {
        activations += x.numbers();
        return x;
    }
}
