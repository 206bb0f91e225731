package studio.selfsame.sealing;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import studio.selfsame.sealing.c2pa.ClaimSigner;

/** Who signs this studio's claims, and the root that vouches for them. */
record SigningIdentity(Source source, X509Certificate root) {
    /** Gives a signer whose certificate is good for some time to come. */
    @FunctionalInterface
    interface Source {
        ClaimSigner signer() throws IOException, GeneralSecurityException;
    }

    /** Always with the same certificate. */
    SigningIdentity(ClaimSigner signer, X509Certificate root) {
        this(() -> signer, root);
    }

    /** To be asked for again whenever something is signed: certificates are renewed. */
    ClaimSigner signer() throws IOException, GeneralSecurityException {
        return source.signer();
    }
}
