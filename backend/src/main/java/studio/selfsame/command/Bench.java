package studio.selfsame.command;

/** Measures one thing the same way every time. */
interface Bench {
    String name();

    /** Whether it can do parts of itself. */
    default boolean divisible() {
        return false;
    }

    BenchReport run(BenchOptions options) throws Exception;
}
