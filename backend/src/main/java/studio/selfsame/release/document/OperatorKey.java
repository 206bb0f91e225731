package studio.selfsame.release.document;

import java.nio.file.Path;

/** The operator's own key with its chain: a PKCS#12 file. */
public record OperatorKey(Path file, String password) {
    @Override
    public String toString() {
        return "OperatorKey[" + file + "]";
    }
}
