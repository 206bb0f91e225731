package studio.selfsame.likeness.net;

import java.util.Locale;

/** What follows each convolution. */
public enum Activation {
    /** A tenth of what is below zero passes, so no unit can die. */
    LEAKY_RELU,
    /** Nothing below zero passes. */
    RELU,
    /** {@code x·sigmoid(x)}. Source: S. Elfwing et al., Neural Networks 107, 2018. */
    SILU,
    /** {@code exp(x) − 1} below zero. Source: D.-A. Clevert et al., ICLR 2016. */
    ELU;

    /** As a user writes it, e.g. {@code leaky-relu}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
