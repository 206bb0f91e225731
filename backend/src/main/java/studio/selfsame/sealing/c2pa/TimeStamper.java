package studio.selfsame.sealing.c2pa;

import java.io.IOException;

/** Asks somebody to attest that something existed now (RFC 3161). */
@FunctionalInterface
public interface TimeStamper {
    /**
     * @param stamped what is to be stamped; only its hash leaves
     * @return the DER of a TimeStampToken whose imprint is that hash, at most 16,000 bytes
     */
    byte[] stamp(byte[] stamped) throws IOException;
}
