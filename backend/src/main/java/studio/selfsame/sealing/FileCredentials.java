package studio.selfsame.sealing;

import java.util.List;
import java.util.Optional;

/**
 * What the Content Credentials of a file are worth.
 *
 * @param failures why they are invalid
 * @param outputId id of our output that they were issued for, given only when the claim is signed by somebody trusted and
 *     this part of it is unchanged, though the file may not be
 * @param manifestSha256 of the manifest store, 64 hex digits; empty when absent
 */
public record FileCredentials(
        State state, List<Failure> failures, Optional<String> outputId, Optional<String> manifestSha256) {
    public enum State {
        VALID,
        INVALID,
        ABSENT
    }

    /** @param code status code of C2PA, e.g. {@code assertion.bmffHash.mismatch} */
    public record Failure(String code, String text) {}
}
