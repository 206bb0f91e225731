package studio.selfsame.sealing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import studio.selfsame.sealing.c2pa.ClaimSigner;
import studio.selfsame.sealing.c2pa.TimeStamper;

/** The operator's own key and chain, from a PKCS#12 file. */
final class OperatorsChain {
    private OperatorsChain() {}

    static SigningIdentity open(Path file, String password, Optional<TimeStamper> timeStamper)
            throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (var in = Files.newInputStream(file)) {
            store.load(in, password.toCharArray());
        }
        for (String alias : Collections.list(store.aliases())) {
            Certificate[] chain = store.getCertificateChain(alias);
            if (chain != null && store.getKey(alias, password.toCharArray()) instanceof PrivateKey key) {
                return identity(
                        key,
                        Arrays.stream(chain).map(X509Certificate.class::cast).toList(),
                        timeStamper);
            }
        }
        throw new IllegalArgumentException(
                "selfsame.sealing.signer: `" + file + "` holds no private key with its chain");
    }

    private static SigningIdentity identity(
            PrivateKey key, List<X509Certificate> chain, Optional<TimeStamper> timeStamper) {
        X509Certificate root = rootOf(chain, "selfsame.sealing.signer");
        return new SigningIdentity(new ClaimSigner(key, chain.subList(0, chain.size() - 1), timeStamper), root);
    }

    /** The last of the chain, which must be a root and not the signer itself. */
    static X509Certificate rootOf(List<X509Certificate> chain, String setting) {
        X509Certificate root = chain.getLast();
        if (chain.size() < 2 || !root.getSubjectX500Principal().equals(root.getIssuerX500Principal())) {
            throw new IllegalArgumentException(setting + ": the chain must go up to and include its self-signed root");
        }
        return root;
    }
}
