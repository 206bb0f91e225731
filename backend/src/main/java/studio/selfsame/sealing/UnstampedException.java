package studio.selfsame.sealing;

import java.io.IOException;

/** The time stamping authority did not stamp a claim: it gave no answer, refused, or answered something else. */
final class UnstampedException extends IOException {
    private static final long serialVersionUID = 1;

    UnstampedException(IOException reason) {
        super(reason);
    }
}
