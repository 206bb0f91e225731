package studio.selfsame.audit;

import java.util.List;

/**
 * What was found of an export.
 *
 * @param checked what was looked at, in plain words
 * @param faults what does not hold and where; empty when the export is sound
 */
public record VerificationReport(List<String> checked, List<String> faults) {
    public boolean sound() {
        return faults.isEmpty();
    }
}
