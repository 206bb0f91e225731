package studio.selfsame.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Something that a data key sealed, apart from any store. */
record Sealed(DataKeyId key, byte[] bytes) {
    private static final byte[] BOUND = "object".getBytes(StandardCharsets.UTF_8);

    static Sealed by(DataKeys keys, DataKeyId key) throws Exception {
        var bytes = new ByteArrayOutputStream();
        try (var out = keys.cipher(key).newEncryptingStream(bytes, BOUND)) {
            out.write(plain(key));
        }
        return new Sealed(key, bytes.toByteArray());
    }

    void requireOpenBy(DataKeys keys) throws Exception {
        try (var in = keys.cipher(key).newDecryptingStream(new ByteArrayInputStream(bytes), BOUND)) {
            assertThat(in.readAllBytes()).isEqualTo(plain(key));
        }
    }

    private static byte[] plain(DataKeyId key) {
        return ("sealed by " + key.value()).getBytes(StandardCharsets.UTF_8);
    }
}
