package studio.selfsame.inspection.child;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** What a file says it is in its first bytes. */
enum FileKind {
    /** Boxes of ISO base media: MP4, MOV, M4A. */
    BOXES,
    PNG,
    /** Any other picture that stands still. */
    PICTURE,
    OTHER;

    private static final int HEAD_BYTES = 16;
    private static final Set<String> STILL_BRANDS =
            Set.of("heic", "heix", "heim", "heis", "mif1", "msf1", "avif", "avis");

    static FileKind of(SeekableByteChannel file) throws IOException {
        ByteBuffer head = ByteBuffer.allocate(HEAD_BYTES);
        file.position(0);
        while (head.hasRemaining() && file.read(head) >= 0) {}
        String text = new String(head.array(), 0, head.position(), StandardCharsets.ISO_8859_1);
        if (text.startsWith("\u0089PNG\r\n\u001a\n")) {
            return PNG;
        }
        if (text.startsWith("ftyp", 4)) {
            return text.length() >= 12 && STILL_BRANDS.contains(text.substring(8, 12)) ? PICTURE : BOXES;
        }
        boolean still = text.startsWith("\u00ff\u00d8\u00ff")
                || text.startsWith("GIF8")
                || text.startsWith("II*\0")
                || text.startsWith("MM\0*")
                || text.startsWith("RIFF") && text.startsWith("WEBP", 8);
        return still ? PICTURE : OTHER;
    }

    /** Nothing in it moves or sounds. */
    boolean still() {
        return this == PNG || this == PICTURE;
    }

    /** Content Credentials are looked for in it. */
    boolean credentialsRead() {
        return this == BOXES || this == PNG;
    }
}
