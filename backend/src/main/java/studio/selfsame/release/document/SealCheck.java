package studio.selfsame.release.document;

import java.util.List;
import java.util.Optional;

/**
 * What was found in a sealed release.
 *
 * @param faults in plain words; empty: all holds
 * @param contract what was signed; empty where it cannot be read
 * @param evidence who signed; empty where it cannot be read
 */
public record SealCheck(List<String> faults, Optional<Contract> contract, Optional<SignatureEvidence> evidence) {
    public SealCheck {
        faults = List.copyOf(faults);
    }

    /** The seal is whole, the contract inside is the one that was signed, and both signatures hold. */
    public boolean sound() {
        return faults.isEmpty();
    }
}
