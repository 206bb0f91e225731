package studio.selfsame.sealing.c2pa;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** JUMBF boxes (ISO 19566-5), as bytes. */
final class JumbfWriter {
    private static final int REQUESTABLE_AND_LABELLED = 0x03;
    private static final int PRIVATE = 0x10;

    private JumbfWriter() {}

    /** A box of four-letter type. */
    static byte[] box(String type, byte[] content) {
        return ByteBuffer.allocate(8 + content.length)
                .putInt(8 + content.length)
                .put(type.getBytes(StandardCharsets.US_ASCII))
                .put(content)
                .array();
    }

    /** A superbox: description, then content boxes. */
    static byte[] superbox(JumbfType type, String label, List<byte[]> boxes) {
        return superbox(type, label, new byte[0], boxes);
    }

    /** @param salt 16 or 32 random bytes that make the hash of a guessable content unguessable; empty for none */
    static byte[] superbox(JumbfType type, String label, byte[] salt, List<byte[]> boxes) {
        ByteArrayOutputStream description = new ByteArrayOutputStream();
        description.writeBytes(type.uuid());
        description.write(salt.length == 0 ? REQUESTABLE_AND_LABELLED : REQUESTABLE_AND_LABELLED | PRIVATE);
        description.writeBytes(label.getBytes(StandardCharsets.UTF_8));
        description.write(0);
        if (salt.length > 0) {
            description.writeBytes(box("c2sh", salt));
        }
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        content.writeBytes(box("jumd", description.toByteArray()));
        boxes.forEach(content::writeBytes);
        return box("jumb", content.toByteArray());
    }

    static byte[] cborBox(byte[] cbor) {
        return box("cbor", cbor);
    }
}
