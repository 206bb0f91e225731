package studio.selfsame.sealing;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;
import studio.selfsame.sealing.c2pa.CoseAlgorithm;
import studio.selfsame.sealing.c2pa.HttpTimeStamper;
import studio.selfsame.sealing.c2pa.TimeStamper;

/**
 * Who signs. Nothing here turns anything off.
 *
 * @param signer PKCS#12 file with the claim signer's key and its chain up to and including the root; an own authority is
 *     made on first start when absent
 * @param signerPassword of that file; best given in the environment ({@code SELFSAME_SEALING_SIGNERPASSWORD})
 * @param pkcs11 token with the claim signer's key and chain, in place of that file
 * @param algorithm that claims are signed with by the own authority, ES256 where absent; one of ES256, ES384, ES512, PS256 and
 *     EdDSA. An operator's key decides for itself.
 * @param trust PEM file with further roots whose signers' Content Credentials the inspector trusts
 * @param trustTsa PEM file with roots of time stamping authorities that are trusted, the one at {@code timestampUrl} among them
 * @param timestampUrl of a time stamping authority (RFC 3161) that stamps every claim; nothing is delivered without its stamp
 * @param timestampUser its login, where it asks for one
 * @param timestampPassword of that login; best given in the environment ({@code SELFSAME_SEALING_TIMESTAMPPASSWORD})
 */
@Validated
@ConfigurationProperties("selfsame.sealing")
record SealingSettings(
        @Nullable Path signer,
        @Nullable String signerPassword,
        @Nullable SignerToken pkcs11,
        @Nullable CoseAlgorithm algorithm,
        @Nullable Path trust,
        @Nullable Path trustTsa,
        @Nullable URI timestampUrl,
        @Nullable String timestampUser,
        @Nullable String timestampPassword) {
    SealingSettings {
        if (signer != null && pkcs11 != null) {
            throw new IllegalArgumentException(
                    "selfsame.sealing.signer and selfsame.sealing.pkcs11 exclude each other");
        }
        if (algorithm != null && (signer != null || pkcs11 != null)) {
            throw new IllegalArgumentException(
                    "selfsame.sealing.algorithm is for the studio's own authority: the key of"
                            + " selfsame.sealing.signer or selfsame.sealing.pkcs11 decides for itself");
        }
        if (algorithm != null && !algorithm.isAKeys()) {
            throw new IllegalArgumentException(
                    "selfsame.sealing.algorithm must be ES256, ES384, ES512, PS256 or EdDSA");
        }
        together("signer", signer, "signer-password", signerPassword);
        together("timestamp-user", timestampUser, "timestamp-password", timestampPassword);
        if (timestampUser != null && timestampUrl == null) {
            throw new IllegalArgumentException("selfsame.sealing.timestamp-user is given without a timestamp-url");
        }
        if (timestampUrl != null && !String.valueOf(timestampUrl.getScheme()).matches("https?")) {
            throw new IllegalArgumentException("selfsame.sealing.timestamp-url must begin with http:// or https://");
        }
        if (timestampUrl != null && timestampUser != null && !keepsSecrets(timestampUrl)) {
            throw new IllegalArgumentException(
                    "selfsame.sealing.timestamp-url must begin with https:// where a password goes with it");
        }
    }

    /** A password goes in clear over anything else. */
    private static boolean keepsSecrets(URI url) {
        return "https".equals(url.getScheme())
                || List.of("localhost", "127.0.0.1", "[::1]").contains(String.valueOf(url.getHost()));
    }

    private static void together(String one, @Nullable Object first, String other, @Nullable Object second) {
        if ((first == null) != (second == null)) {
            throw new IllegalArgumentException("selfsame.sealing." + one + " and selfsame.sealing." + other
                    + " must be given together or not at all");
        }
    }

    CoseAlgorithm ownAlgorithm() {
        return algorithm == null ? CoseAlgorithm.ES256 : algorithm;
    }

    /** The authority that stamps every claim; empty when none is configured. */
    Optional<TimeStamper> timeStamper() {
        return Optional.ofNullable(timestampUrl)
                .map(url -> new RequiredTimeStamper(new HttpTimeStamper(
                        url,
                        timestampUser == null || timestampPassword == null
                                ? Optional.empty()
                                : Optional.of(new HttpTimeStamper.Login(timestampUser, timestampPassword)))));
    }

    /** Without the passwords. */
    @Override
    public String toString() {
        return "SealingSettings[signer=" + signer + ", pkcs11=" + pkcs11 + ", algorithm=" + algorithm + ", trust="
                + trust + ", trustTsa=" + trustTsa + ", timestampUrl=" + timestampUrl + "]";
    }
}
