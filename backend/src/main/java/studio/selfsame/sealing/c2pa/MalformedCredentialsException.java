package studio.selfsame.sealing.c2pa;

import java.io.IOException;

/** Bytes that are not what they claim to be: broken boxes, lengths, CBOR. */
public final class MalformedCredentialsException extends IOException {
    private final String code;

    public MalformedCredentialsException(String what) {
        this("claim.malformed", what);
    }

    public MalformedCredentialsException(String what, Throwable reason) {
        super(what, reason);
        this.code = "claim.malformed";
    }

    /** @param code C2PA's status code for it */
    MalformedCredentialsException(String code, String what) {
        super(what);
        this.code = code;
    }

    String code() {
        return code;
    }
}
