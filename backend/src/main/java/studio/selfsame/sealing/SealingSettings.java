package studio.selfsame.sealing;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Who signs. Nothing here turns anything off.
 *
 * @param signer PKCS#12 file with the claim signer's key and its chain up to and including the root; an own authority is
 *     made on first start when absent
 * @param signerPassword of that file; best given in the environment ({@code SELFSAME_SEALING_SIGNERPASSWORD})
 * @param trust PEM file with further roots whose Content Credentials the inspector trusts
 */
@Validated
@ConfigurationProperties("selfsame.sealing")
record SealingSettings(
        @Nullable Path signer,
        @Nullable String signerPassword,
        @Nullable Path trust) {
    SealingSettings {
        if ((signer == null) != (signerPassword == null)) {
            throw new IllegalArgumentException(
                    "selfsame.sealing.signer and selfsame.sealing.signer-password must be given together or not at all");
        }
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "SealingSettings[signer=" + signer + ", trust=" + trust + "]";
    }
}
