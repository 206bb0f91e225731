package studio.selfsame.likeness;

/** Measures how long steps take. */
final class Pace {
    private static final int MEASURED = 5;

    private final int first;
    private final double before;
    private final long began = System.nanoTime();

    Pace(Checkpoint resumed) {
        first = resumed.step();
        before = resumed.seconds();
    }

    /** Of this attempt and the ones before it, as far as their checkpoints tell. */
    double seconds() {
        return before + elapsed();
    }

    /** Tells once enough steps have been measured for it to mean something. */
    void tell(LikenessTrainer.Watch watch, int step, int steps) {
        int measured = step - first;
        if (measured >= MEASURED) {
            watch.pace(elapsed() / measured, steps - step);
        }
    }

    private double elapsed() {
        return (System.nanoTime() - began) / 1e9;
    }
}
