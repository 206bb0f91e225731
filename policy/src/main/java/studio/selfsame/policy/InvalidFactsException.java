package studio.selfsame.policy;

import java.util.List;

/** What was given cannot be decided on; says everything that is wrong with it. */
public final class InvalidFactsException extends IllegalArgumentException {
    private final transient List<String> faults;

    InvalidFactsException(List<String> faults) {
        super(String.join(" ", faults));
        this.faults = List.copyOf(faults);
    }

    /** One sentence each, in plain words. */
    public List<String> faults() {
        return faults;
    }
}
