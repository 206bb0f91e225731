package studio.selfsame.sealing;

import java.util.List;
import java.util.Optional;

/**
 * What the Content Credentials of a file are worth.
 *
 * @param failures why they are invalid
 * @param remarks what may have been changed under them all the same, one sentence each
 * @param outputId id of our output that they were issued for, given only when the claim is signed by somebody trusted and
 *     this part of it is unchanged, though the file may not be
 * @param manifestSha256 of the manifest store, 64 hex digits; empty when absent
 */
public record FileCredentials(
        State state,
        List<Failure> failures,
        List<String> remarks,
        Optional<String> outputId,
        Optional<String> manifestSha256) {
    private static final String STRANGER = "signingCredential.untrusted";

    /** Without remarks. */
    public FileCredentials(
            State state, List<Failure> failures, Optional<String> outputId, Optional<String> manifestSha256) {
        this(state, failures, List.of(), outputId, manifestSha256);
    }

    public enum State {
        VALID,
        INVALID,
        ABSENT
    }

    /** Whether all that is to be said against them is that nobody knows who signed them. */
    public boolean fitByStranger() {
        return !failures.isEmpty()
                && failures.stream().allMatch(failure -> failure.code().equals(STRANGER));
    }

    /** @param code status code of C2PA, e.g. {@code assertion.bmffHash.mismatch} */
    public record Failure(String code, String text) {}
}
