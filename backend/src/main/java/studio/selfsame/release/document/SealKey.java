package studio.selfsame.release.document;

import java.io.IOException;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * What seals are made with.
 *
 * @param chain from the sealing certificate up, without the root
 * @param root self-signed
 */
record SealKey(PrivateKey key, List<X509Certificate> chain, X509Certificate root) {
    /** A key with its certificate; never prints the key. */
    record Identity(PrivateKey key, X509Certificate certificate) {
        @Override
        public String toString() {
            return "Identity[" + certificate.getSubjectX500Principal() + "]";
        }
    }

    static SealKey of(OperatorKey operator) throws IOException, GeneralSecurityException {
        var password = operator.password().toCharArray();
        var store = KeyStore.getInstance("PKCS12");
        try (var in = Files.newInputStream(operator.file())) {
            store.load(in, password);
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "The file of the key for release seals, `" + operator.file()
                            + "`, cannot be opened: it must be a PKCS#12 file that this password opens.",
                    e);
        }
        for (var alias : Collections.list(store.aliases())) {
            var chain = store.getCertificateChain(alias);
            if (chain != null && store.getKey(alias, password) instanceof PrivateKey key) {
                return of(
                        key,
                        Arrays.stream(chain).map(X509Certificate.class::cast).toList());
            }
        }
        throw new IllegalArgumentException("The file of the key for release seals, `" + operator.file()
                + "`, holds no private key with its chain.");
    }

    private static SealKey of(PrivateKey key, List<X509Certificate> chain) {
        var root = chain.getLast();
        if (chain.size() < 2 || !root.getSubjectX500Principal().equals(root.getIssuerX500Principal())) {
            throw new IllegalArgumentException(
                    "The chain of the key for release seals must go up to and include its self-signed root.");
        }
        return new SealKey(key, chain.subList(0, chain.size() - 1), root);
    }

    X509Certificate certificate() {
        return chain.getFirst();
    }

    /** Never prints the key. */
    @Override
    public String toString() {
        return "SealKey[" + certificate().getSubjectX500Principal() + "]";
    }
}
