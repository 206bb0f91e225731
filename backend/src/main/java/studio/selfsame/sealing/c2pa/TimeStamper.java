package studio.selfsame.sealing.c2pa;

import java.io.IOException;

/** Asks somebody to attest that something existed now (RFC 3161). */
@FunctionalInterface
public interface TimeStamper {
    /**
     * @param sha256 hash of what is to be stamped
     * @return the DER of a TimeStampToken whose imprint is that hash, at most 8,000 bytes
     */
    byte[] stamp(byte[] sha256) throws IOException;
}
