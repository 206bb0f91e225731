package studio.selfsame.command;

/** Measures one thing the same way every time. */
interface Bench {
    String name();

    /** @param quick a representative part within a minute */
    BenchReport run(boolean quick) throws Exception;
}
