package studio.selfsame.audit;

import java.net.URI;

/**
 * Somebody else who watches that the log only grows.
 *
 * @param url submission prefix
 * @param key of kind {@link VerifierKey.Kind#WITNESS}
 */
record Witness(URI url, VerifierKey key) {
    URI addCheckpoint() {
        return URI.create(url.toString().replaceAll("/+$", "") + "/add-checkpoint");
    }
}
