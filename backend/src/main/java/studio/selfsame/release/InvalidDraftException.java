package studio.selfsame.release;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import studio.selfsame.problem.Problem;
import studio.selfsame.problem.ProblemException;
import studio.selfsame.release.document.Fault;

/** What was sent cannot stand; carries everything that is wrong with it. */
final class InvalidDraftException extends ProblemException {
    /** More stand in the list beside it. */
    private static final int TOLD = 10;

    private final transient List<Fault> faults;

    InvalidDraftException(List<Fault> faults, String consequence) {
        super(
                Kind.UNUSABLE,
                new Problem(
                        "release",
                        faults.stream().limit(TOLD).map(Fault::toString).collect(Collectors.joining(" ")),
                        consequence,
                        "Correct what `faults` names, and send it again."));
        this.faults = List.copyOf(faults);
    }

    @Override
    public Map<String, Object> particulars() {
        return Map.of("faults", faults);
    }
}
