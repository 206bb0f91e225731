package studio.selfsame.work;

import java.util.Map;

/** How running work tells where it is and learns that it is no longer wanted. */
public interface WorkMonitor {
    /**
     * @param stage short, in the user's words, e.g. {@code tracking}
     * @param fraction 0..1 of this row of work
     * @param figures numbers worth showing live, e.g. {@code step}, {@code loss}, {@code heldOutPsnrDb}; may be empty
     */
    void progress(String stage, double fraction, Map<String, Double> figures);

    /** Throws {@link WorkCancelledException} as soon as the work has been cancelled; call it at least every second. */
    void checkCancelled();
}
