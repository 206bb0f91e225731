package studio.selfsame.performance;

import java.util.List;

/** What came of looking at and listening to what was uploaded. */
sealed interface Preparation {
    /** Ready to be sealed. */
    record Ready(PacedUtterance words) implements Preparation {}

    /** @param reasons all of them, at least one */
    record Refused(List<Reason> reasons) implements Preparation {
        public Refused {
            reasons = List.copyOf(reasons);
        }
    }
}
