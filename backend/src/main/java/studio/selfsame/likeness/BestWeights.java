package studio.selfsame.likeness;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import studio.selfsame.likeness.net.NetTrainer;
import studio.selfsame.likeness.net.Weights;

/**
 * Keeps the weights that drew held-out frames best and counts the scores since they were found. Once a discriminator
 * judges, held-out distance is no longer what is learnt alone: then the newest weights are kept that cost no more than
 * half a decibel of the best.
 */
final class BestWeights {
    private static final double PRICE_OF_SHARPNESS_DB = 0.5;

    private double bestDb = Double.NEGATIVE_INFINITY;
    private double keptDb = Double.NaN;
    private int keptStep;
    private int stale;
    private @Nullable Weights kept;

    void offer(NetTrainer trainer, int step, double heldOutDb, boolean judged) {
        boolean better = heldOutDb > bestDb;
        boolean fair = judged && heldOutDb >= bestDb - PRICE_OF_SHARPNESS_DB;
        bestDb = Math.max(bestDb, heldOutDb);
        if (better || fair) {
            kept = trainer.weights();
            keptDb = heldOutDb;
            keptStep = step;
            stale = 0;
        } else {
            stale++;
        }
    }

    /** Held-out score of what is kept, dB; NaN before the first. */
    double keptDb() {
        return keptDb;
    }

    int keptStep() {
        return keptStep;
    }

    /** Scores since then. */
    int stale() {
        return stale;
    }

    /** Gives the trainer back what is kept. */
    void giveTo(NetTrainer trainer) {
        if (kept != null) {
            trainer.take(kept);
        }
    }

    void write(DataOutputStream out) throws IOException {
        out.writeDouble(bestDb);
        out.writeDouble(keptDb);
        out.writeInt(keptStep);
        out.writeInt(stale);
        out.writeBoolean(kept != null);
        if (kept != null) {
            kept.write(out);
        }
    }

    void read(DataInputStream in, NetTrainer trainer) throws IOException {
        bestDb = in.readDouble();
        keptDb = in.readDouble();
        keptStep = in.readInt();
        stale = in.readInt();
        kept = in.readBoolean() ? trainer.readWeights(in) : null;
    }
}
