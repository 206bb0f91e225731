package studio.selfsame.vault;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** As an application would bring it that keeps the key in a service of its own; rotates nothing here. */
final class ForeignMasterKey implements MasterKey {
    private static final int IV_BYTES = 12;

    private final byte[] inTheService = random(32);
    int wrapped;

    @Override
    public byte[] wrap(byte[] dataKey, byte[] context) throws GeneralSecurityException {
        wrapped++;
        var iv = random(IV_BYTES);
        var sealed = run(Cipher.ENCRYPT_MODE, iv, context, dataKey, 0);
        var all = new byte[IV_BYTES + sealed.length];
        System.arraycopy(iv, 0, all, 0, IV_BYTES);
        System.arraycopy(sealed, 0, all, IV_BYTES, sealed.length);
        return all;
    }

    @Override
    public byte[] unwrap(byte[] wrapped, byte[] context) throws GeneralSecurityException {
        var iv = Arrays.copyOf(wrapped, IV_BYTES);
        return run(Cipher.DECRYPT_MODE, iv, context, wrapped, IV_BYTES);
    }

    private byte[] run(int mode, byte[] iv, byte[] context, byte[] input, int from) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(inTheService, "AES"), new GCMParameterSpec(128, iv));
        cipher.updateAAD(context);
        return cipher.doFinal(input, from, input.length - from);
    }

    private static byte[] random(int length) {
        var bytes = new byte[length];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }
}
