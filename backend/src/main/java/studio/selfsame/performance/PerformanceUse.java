package studio.selfsame.performance;

/** A room that makes something of performances. */
public interface PerformanceUse {
    /** Whether it is at work on this one now. */
    boolean isAtWorkOn(PerformanceId performance);
}
