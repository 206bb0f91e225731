package studio.selfsame.likeness.net;

import java.util.Locale;

/** How weights follow their gradients. */
public enum OptimiserKind {
    /** Adaptive moments. */
    ADAM,
    /** Stochastic gradient descent with momentum 0.9; wants learning rates about ten times Adam's. */
    SGD;

    /** As a user writes it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
