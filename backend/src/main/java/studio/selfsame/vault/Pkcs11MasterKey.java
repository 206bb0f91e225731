package studio.selfsame.vault;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.ProviderException;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * AES-256 keys that live in a PKCS#11 token, one object per version: {@code LABEL-v1}, {@code LABEL-v2}…; the highest
 * wraps. A wrapped key is a byte 2, the version in four bytes, an initialisation vector of 12 bytes and AES-GCM's
 * ciphertext with its tag of 128 bits; the first five bytes and the context are authenticated with it.
 */
final class Pkcs11MasterKey implements RotatingMasterKey {
    private static final byte FORMAT = 2;
    private static final int HEADER_BYTES = 5;
    private static final int IV_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Pkcs11Token token;
    private final String label;
    private final Pattern versionOfLabel;
    private final Map<Integer, SecretKey> found = new ConcurrentHashMap<>();

    private Pkcs11MasterKey(Pkcs11Token token, String label) {
        this.token = token;
        this.label = label;
        this.versionOfLabel = Pattern.compile(Pattern.quote(label) + "-v([1-9]\\d{0,8})");
    }

    /** Opens the token, making the first version on the first start; while there are data keys, none is made. */
    static Pkcs11MasterKey openOrGenerate(Pkcs11Properties settings, VaultHome home)
            throws IOException, GeneralSecurityException {
        var master = new Pkcs11MasterKey(Pkcs11Token.open(settings), settings.keyLabel());
        if (master.numbers().isEmpty()) {
            if (PrivateFiles.anyWithSuffix(home.dataKeys(), DataKeys.KEY_SUFFIX)) {
                throw new IOException("the token in slot " + settings.slot() + " has no key `" + settings.keyLabel()
                        + "-v…`, but there are data keys in " + home.dataKeys()
                        + ": choose the slot and label that wrapped them, or put the token's backup back");
            }
            master.addVersion();
        }
        return master;
    }

    @Override
    public byte[] wrap(byte[] dataKey, byte[] context) throws IOException, GeneralSecurityException {
        int version = numbers().getLast();
        var iv = new byte[IV_BYTES];
        RANDOM.nextBytes(iv);
        var header =
                ByteBuffer.allocate(HEADER_BYTES).put(FORMAT).putInt(version).array();
        var sealed = run(Cipher.ENCRYPT_MODE, version, iv, header, context, dataKey);
        return ByteBuffer.allocate(HEADER_BYTES + IV_BYTES + sealed.length)
                .put(header)
                .put(iv)
                .put(sealed)
                .array();
    }

    @Override
    public byte[] unwrap(byte[] wrapped, byte[] context) throws IOException, GeneralSecurityException {
        int version = number(wrapped);
        var header = new byte[HEADER_BYTES];
        var iv = new byte[IV_BYTES];
        var rest = ByteBuffer.wrap(wrapped).get(header).get(iv);
        var sealed = new byte[rest.remaining()];
        rest.get(sealed);
        return run(Cipher.DECRYPT_MODE, version, iv, header, context, sealed);
    }

    @Override
    public List<String> versions() throws IOException, GeneralSecurityException {
        return numbers().stream().map(number -> "v" + number).toList();
    }

    @Override
    public String versionOf(byte[] wrapped) throws GeneralSecurityException {
        return "v" + number(wrapped);
    }

    @Override
    public void addVersion() throws IOException, GeneralSecurityException {
        var numbers = numbers();
        token.generate(label + "-v" + (numbers.isEmpty() ? 1 : numbers.getLast() + 1));
    }

    @Override
    public void dropVersion(String version) throws IOException, GeneralSecurityException {
        token.delete(label + "-" + version);
        found.remove(Integer.valueOf(version.substring(1)));
    }

    @Override
    public String toString() {
        return "Pkcs11MasterKey";
    }

    private byte[] run(int mode, int version, byte[] iv, byte[] header, byte[] context, byte[] input)
            throws IOException, GeneralSecurityException {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding", token.provider());
            cipher.init(mode, key(version), new GCMParameterSpec(TAG_BITS, iv));
            cipher.updateAAD(header);
            cipher.updateAAD(context);
            return cipher.doFinal(input);
        } catch (ProviderException e) {
            throw new GeneralSecurityException("the token cannot use version " + version + " of the master key", e);
        }
    }

    private SecretKey key(int version) throws IOException, GeneralSecurityException {
        var known = found.get(version);
        if (known != null) {
            return known;
        }
        var key = token.key(label + "-v" + version);
        if (key == null) {
            throw new GeneralSecurityException("the token has no version " + version + " of the master key");
        }
        found.put(version, key);
        return key;
    }

    private List<Integer> numbers() throws IOException, GeneralSecurityException {
        return token.labels().stream()
                .map(versionOfLabel::matcher)
                .filter(Matcher::matches)
                .map(matched -> Integer.valueOf(matched.group(1)))
                .sorted()
                .toList();
    }

    private static int number(byte[] wrapped) throws GeneralSecurityException {
        if (wrapped.length < HEADER_BYTES + IV_BYTES + TAG_BITS / 8 || wrapped[0] != FORMAT) {
            throw new GeneralSecurityException("not wrapped by a master key in a token");
        }
        return ByteBuffer.wrap(wrapped).getInt(1);
    }
}
