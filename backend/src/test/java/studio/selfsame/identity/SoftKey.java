package studio.selfsame.identity;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;

/**
 * A key as an authenticator makes one.
 *
 * @param cose of the public key (RFC 9052, 7)
 */
record SoftKey(KeyPair pair, String algorithm, byte[] cose) {
    private static final int COORDINATE_BYTES = 32;

    static SoftKey es256() {
        return es256(-7);
    }

    /** @param named the COSE algorithm that it says it is for */
    static SoftKey es256(int named) {
        return made(() -> {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            var pair = generator.generateKeyPair();
            var point = ((ECPublicKey) pair.getPublic()).getW();
            var cose = new SoftCbor()
                    .map(5)
                    .number(1)
                    .number(2)
                    .number(3)
                    .number(named)
                    .number(-1)
                    .number(1)
                    .number(-2)
                    .bytes(unsigned(point.getAffineX(), COORDINATE_BYTES))
                    .number(-3)
                    .bytes(unsigned(point.getAffineY(), COORDINATE_BYTES));
            return new SoftKey(pair, "SHA256withECDSA", cose.toBytes());
        });
    }

    static SoftKey ed25519() {
        return made(() -> {
            var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            // the key is the end of its SubjectPublicKeyInfo (RFC 8410, 4)
            var encoded = pair.getPublic().getEncoded();
            var key = Arrays.copyOfRange(encoded, encoded.length - COORDINATE_BYTES, encoded.length);
            var cose = new SoftCbor()
                    .map(4)
                    .number(1)
                    .number(1)
                    .number(3)
                    .number(-8)
                    .number(-1)
                    .number(6)
                    .number(-2)
                    .bytes(key);
            return new SoftKey(pair, "Ed25519", cose.toBytes());
        });
    }

    static SoftKey rs256() {
        return made(() -> {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            var pair = generator.generateKeyPair();
            var key = (RSAPublicKey) pair.getPublic();
            var cose = new SoftCbor()
                    .map(4)
                    .number(1)
                    .number(3)
                    .number(3)
                    .number(-257)
                    .number(-1)
                    .bytes(unsigned(key.getModulus(), key.getModulus().bitLength() / Byte.SIZE))
                    .number(-2)
                    .bytes(unsigned(key.getPublicExponent(), 3));
            return new SoftKey(pair, "SHA256withRSA", cose.toBytes());
        });
    }

    byte[] sign(byte[]... parts) {
        try {
            var signature = Signature.getInstance(algorithm);
            signature.initSign(pair.getPrivate());
            for (var part : parts) {
                signature.update(part);
            }
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] unsigned(BigInteger number, int length) {
        var out = new ByteArrayOutputStream();
        var bytes = number.toByteArray();
        for (var missing = length - bytes.length; missing > 0; missing--) {
            out.write(0);
        }
        out.write(bytes, Math.max(0, bytes.length - length), Math.min(bytes.length, length));
        return out.toByteArray();
    }

    private static SoftKey made(Making making) {
        try {
            return making.make();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @FunctionalInterface
    private interface Making {
        SoftKey make() throws GeneralSecurityException;
    }

    @Override
    public String toString() {
        return "SoftKey[" + algorithm + "]";
    }
}
