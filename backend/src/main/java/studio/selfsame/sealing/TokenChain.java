package studio.selfsame.sealing;

import java.io.IOException;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.ProviderException;
import java.security.Security;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import studio.selfsame.sealing.c2pa.ClaimSigner;
import studio.selfsame.sealing.c2pa.TimeStamper;

/** The operator's own key, which never leaves its PKCS#11 token, and the chain that lies beside it. */
final class TokenChain {
    private TokenChain() {}

    static SigningIdentity open(SignerToken settings, Optional<TimeStamper> timeStamper)
            throws IOException, GeneralSecurityException {
        Provider provider = provider(settings);
        KeyStore store = objects(settings, provider);
        Certificate[] certificates = store.getCertificateChain(settings.keyLabel());
        if (certificates == null || !(store.getKey(settings.keyLabel(), null) instanceof PrivateKey key)) {
            throw new IllegalArgumentException("selfsame.sealing.pkcs11: the token in slot " + settings.slot()
                    + " holds no private key with a certificate, both called `" + settings.keyLabel() + "`");
        }
        List<X509Certificate> chain =
                Arrays.stream(certificates).map(X509Certificate.class::cast).toList();
        X509Certificate root = OperatorsChain.rootOf(chain, "selfsame.sealing.pkcs11");
        return new SigningIdentity(
                new ClaimSigner(key, chain.subList(0, chain.size() - 1), timeStamper, provider), root);
    }

    static Provider provider(SignerToken settings) throws GeneralSecurityException {
        Provider sun = Security.getProvider("SunPKCS11");
        if (sun == null) {
            throw new GeneralSecurityException("this Java has no PKCS#11 provider (module jdk.crypto.cryptoki)");
        }
        // What follows two hyphens is the configuration itself instead of a file that holds it.
        return sun.configure("""
                --name = selfsame-sealing-%d
                library = "%s"
                slot = %d
                """.formatted(settings.slot(), settings.library(), settings.slot()));
    }

    static KeyStore objects(SignerToken settings, Provider provider) throws IOException, GeneralSecurityException {
        char[] pin;
        try (Stream<String> lines = Files.lines(settings.pinFile())) {
            pin = lines.findFirst().orElse("").toCharArray();
        }
        try {
            KeyStore store = KeyStore.getInstance("PKCS11", provider);
            store.load(null, pin);
            return store;
        } catch (IOException | ProviderException refused) {
            throw new IOException(
                    "the token in slot " + settings.slot() + " of " + settings.library()
                            + " cannot be opened: check selfsame.sealing.pkcs11.slot and the PIN",
                    refused);
        } finally {
            Arrays.fill(pin, ' ');
        }
    }
}
