package studio.selfsame.enrolment;

import studio.selfsame.problem.ProblemException;

/**
 * How large an upload may be.
 *
 * @param stage of the problem that a larger one is
 * @param remedy what to do with a file that is too large
 */
public record UploadLimit(String stage, long maxBytes, String remedy) {
    /** Before a byte is read. */
    public void admit(long contentLength) {
        if (contentLength > maxBytes) {
            throw tooLarge();
        }
    }

    ProblemException tooLarge() {
        return ProblemException.unusable(
                stage,
                "The file is larger than %,d MB.".formatted(maxBytes / 1_000_000),
                "Nothing was stored.",
                remedy);
    }
}
