package studio.selfsame.sealing.c2pa;

import java.io.IOException;

/** Bytes that are not what they claim to be: broken boxes, lengths, CBOR. */
public final class MalformedCredentialsException extends IOException {
    public MalformedCredentialsException(String what) {
        super(what);
    }

    public MalformedCredentialsException(String what, Throwable reason) {
        super(what, reason);
    }
}
