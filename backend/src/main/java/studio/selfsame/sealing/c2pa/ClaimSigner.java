package studio.selfsame.sealing.c2pa;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/** Signs claims with one certificate. Never prints its key. */
public final class ClaimSigner {
    private final PrivateKey key;
    private final List<X509Certificate> chain;
    private final CoseAlgorithm algorithm;
    private final Optional<TimeStamper> timeStamper;
    private final Optional<Provider> token;

    /**
     * @param chain the signer's certificate first, then all intermediates, without the root
     * @param timeStamper attests the time of signing; without one the claim is valid only while its certificate is
     * @throws IllegalArgumentException if no claim may be signed with this kind of key
     */
    public ClaimSigner(PrivateKey key, List<X509Certificate> chain, Optional<TimeStamper> timeStamper) {
        this(key, chain, timeStamper, algorithmFor(chain.getFirst().getPublicKey()), Optional.empty());
    }

    /** With a key that never leaves the token behind this provider; the rest as above. */
    public ClaimSigner(PrivateKey key, List<X509Certificate> chain, Optional<TimeStamper> timeStamper, Provider token) {
        this(key, chain, timeStamper, algorithmFor(chain.getFirst().getPublicKey()), Optional.of(token));
    }

    /** With one of the algorithms that are for such a key. */
    ClaimSigner(
            PrivateKey key, List<X509Certificate> chain, Optional<TimeStamper> timeStamper, CoseAlgorithm algorithm) {
        this(key, chain, timeStamper, algorithm, Optional.empty());
    }

    private ClaimSigner(
            PrivateKey key,
            List<X509Certificate> chain,
            Optional<TimeStamper> timeStamper,
            CoseAlgorithm algorithm,
            Optional<Provider> token) {
        this.key = key;
        this.chain = List.copyOf(chain);
        this.algorithm = algorithm;
        this.timeStamper = timeStamper;
        this.token = token;
    }

    private static CoseAlgorithm algorithmFor(PublicKey key) {
        return CoseAlgorithm.forKey(key)
                .orElseThrow(() -> new IllegalArgumentException("claims are signed with an EC key on P-256, P-384 or"
                        + " P-521, an RSA key of 2048 bits or more, or Ed25519"));
    }

    public List<X509Certificate> chain() {
        return chain;
    }

    /** The same, with nobody attesting the time. */
    public ClaimSigner unstamped() {
        return new ClaimSigner(key, chain, Optional.empty(), algorithm, token);
    }

    /** Whether somebody attests when its claims were signed. */
    public boolean isStamped() {
        return timeStamper.isPresent();
    }

    CoseAlgorithm algorithm() {
        return algorithm;
    }

    Optional<TimeStamper> timeStamper() {
        return timeStamper;
    }

    byte[] sign(byte[] message) throws GeneralSecurityException {
        Signature signature = token.isPresent() ? algorithm.signature(token.get()) : algorithm.signature();
        signature.initSign(key);
        signature.update(message);
        return signature.sign();
    }

    @Override
    public String toString() {
        return "ClaimSigner[" + chain.getFirst().getSubjectX500Principal() + "]";
    }
}
