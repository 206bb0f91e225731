package studio.selfsame.inspection.child;

import java.time.Duration;

/**
 * What one child may use up.
 *
 * @param budget in which a file is searched; what does not fit is left out, and that is told
 * @param death after which a child that still runs is killed
 * @param heapMib of its Java heap
 * @param addressMib of its address space, native memory and libraries included
 */
public record Limits(Duration budget, Duration death, int heapMib, int addressMib) {
    private static final int DEATH_FACTOR = 2;
    private static final Duration GRACE = Duration.ofSeconds(30);
    private static final int BESIDE_HEAP_MIB = 4096;

    /** Those that follow from a budget and a heap. */
    public static Limits of(Duration budget, int heapMib) {
        return new Limits(budget, budget.multipliedBy(DEATH_FACTOR).plus(GRACE), heapMib, heapMib + BESIDE_HEAP_MIB);
    }

    /** For footage of up to this length: what a minute of it costs, and no less for what is short. */
    Limits of(Duration longest) {
        return new Limits(budget, GRACE.plus(GRACE).plus(longest), heapMib, addressMib);
    }

    /** For the second attempt at a file. */
    Limits half() {
        return new Limits(budget.dividedBy(2), death.dividedBy(2), heapMib, addressMib);
    }
}
