package studio.selfsame.sealing;

import java.io.IOException;
import java.io.InterruptedIOException;
import studio.selfsame.sealing.c2pa.TimeStamper;

/** The operator's time stamping authority, of whose failing is known that it was the authority. */
record RequiredTimeStamper(TimeStamper authority) implements TimeStamper {
    @Override
    public byte[] stamp(byte[] stamped) throws IOException {
        try {
            return authority.stamp(stamped);
        } catch (InterruptedIOException stopped) {
            throw stopped;
        } catch (IOException unstamped) {
            throw new UnstampedException(unstamped);
        }
    }
}
