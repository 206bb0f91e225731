package studio.selfsame.sealing;

import java.security.cert.X509Certificate;
import studio.selfsame.sealing.c2pa.ClaimSigner;

/** Who signs this studio's claims, and the root that vouches for them. */
record SigningIdentity(ClaimSigner signer, X509Certificate root) {}
