package studio.selfsame.command;

import java.io.IOException;

/**
 * What a piece of work took.
 *
 * @param seconds on the wall
 * @param cpuSeconds of processors, by this process and its living descendants
 */
record Cost(double seconds, double cpuSeconds) {
    /** Something that takes time. */
    @FunctionalInterface
    interface Work<E extends Exception> {
        void run() throws IOException, E;
    }

    static <E extends Exception> Cost of(Work<E> work) throws IOException, E {
        long start = System.nanoTime();
        double before = FamilyCpu.seconds();
        work.run();
        return new Cost((System.nanoTime() - start) / 1e9, FamilyCpu.seconds() - before);
    }
}
