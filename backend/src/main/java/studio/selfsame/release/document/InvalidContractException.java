package studio.selfsame.release.document;

import java.util.List;
import java.util.stream.Collectors;

/** These are no terms that anybody could sign; says everything that is wrong with them. */
public final class InvalidContractException extends IllegalArgumentException {
    private final transient List<Fault> faults;

    InvalidContractException(List<Fault> faults) {
        super(faults.stream().map(Fault::toString).collect(Collectors.joining(" ")));
        this.faults = List.copyOf(faults);
    }

    /** At least one; at most 101, the last of which then says how many more there are. */
    public List<Fault> faults() {
        return faults;
    }
}
