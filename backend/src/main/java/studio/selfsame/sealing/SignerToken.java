package studio.selfsame.sealing;

import java.nio.file.Path;

/**
 * The PKCS#11 token that keeps the claim signer's key.
 *
 * @param library the token's PKCS#11 library, an absolute path
 * @param slot decimal id of the slot, as the token's own tools print it
 * @param keyLabel what key and certificate are called
 * @param pinFile file whose first line is the user PIN
 */
record SignerToken(Path library, Integer slot, String keyLabel, Path pinFile) {
    SignerToken {
        if (library == null || slot == null || slot < 0 || keyLabel == null || pinFile == null) {
            throw new IllegalArgumentException("selfsame.sealing.pkcs11 needs library, slot, key-label and pin-file");
        }
        if (!library.isAbsolute() || library.toString().matches(".*[\"\\\\\\p{Cntrl}].*")) {
            throw new IllegalArgumentException(
                    "selfsame.sealing.pkcs11.library must be the absolute path of a PKCS#11 library");
        }
    }
}
