package studio.selfsame.sealing.c2pa;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the credentials of a file are worth.
 *
 * @param successes what was checked and found right, in C2PA's status codes
 * @param failures why they are invalid, in C2PA's status codes; empty unless the state is {@link State#INVALID}
 * @param notes what is worth knowing and breaks nothing
 * @param manifestSha256 of the manifest store, 64 hex digits; empty when absent
 * @param signer subject of the signing certificate; trust it only in state {@link State#VALID}
 * @param assertions content of the active manifest's assertions by label; trust them only in state {@link State#VALID}
 */
public record CredentialsReport(
        State state,
        List<Status> successes,
        List<Status> failures,
        List<Status> notes,
        Optional<String> manifestSha256,
        Optional<String> signer,
        Map<String, Map<?, ?>> assertions) {
    public enum State {
        /** Signed by somebody trusted, and the file is as it was signed. */
        VALID,
        /** Present, but broken, altered, or signed by nobody trusted. */
        INVALID,
        /** The file carries none. */
        ABSENT
    }

    /**
     * @param code C2PA 2.4, section 15.2, e.g. {@code assertion.bmffHash.mismatch}
     * @param url JUMBF URI of what was checked; empty where it is no part of a manifest
     */
    public record Status(String code, String text, String url) {}

    /** True when this status code is among the successes. */
    public boolean confirmed(String code) {
        return successes.stream().anyMatch(status -> status.code().equals(code));
    }

    /** True when this status code is among the failures. */
    public boolean failedWith(String code) {
        return failures.stream().anyMatch(status -> status.code().equals(code));
    }
}
