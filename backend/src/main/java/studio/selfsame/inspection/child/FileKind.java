package studio.selfsame.inspection.child;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** What a file says it is in its first bytes. */
enum FileKind {
    /** Moves or sounds, and can carry Content Credentials that are read here. */
    CARRIER(false, true),
    /** Moves or sounds, perhaps. */
    OTHER(false, false),
    STILL_CARRIER(true, true),
    OTHER_STILL(true, false);

    private static final int HEAD_BYTES = 16;
    private static final Set<String> STILL_BRANDS =
            Set.of("heic", "heix", "heim", "heis", "mif1", "msf1", "avif", "avis");

    private final boolean still;
    private final boolean credentialsRead;

    FileKind(boolean still, boolean credentialsRead) {
        this.still = still;
        this.credentialsRead = credentialsRead;
    }

    static FileKind of(SeekableByteChannel file) throws IOException {
        ByteBuffer head = ByteBuffer.allocate(HEAD_BYTES);
        file.position(0);
        while (head.hasRemaining() && file.read(head) >= 0) {}
        String text = new String(head.array(), 0, head.position(), StandardCharsets.ISO_8859_1);
        if (text.startsWith("ftyp", 4)) {
            return text.length() >= 12 && STILL_BRANDS.contains(text.substring(8, 12)) ? STILL_CARRIER : CARRIER;
        }
        if (text.startsWith("RIFF")) {
            return text.startsWith("WEBP", 8) ? STILL_CARRIER : CARRIER;
        }
        if (text.startsWith("\u0089PNG\r\n\u001a\n") || text.startsWith("\u00ff\u00d8\u00ff")) {
            return STILL_CARRIER;
        }
        if (text.startsWith("GIF8") || text.startsWith("II*\0") || text.startsWith("MM\0*")) {
            return OTHER_STILL;
        }
        return text.startsWith("ID3") ? CARRIER : OTHER;
    }

    /** Nothing in it moves or sounds. */
    boolean still() {
        return still;
    }

    /** Content Credentials are looked for in it. */
    boolean credentialsRead() {
        return credentialsRead;
    }
}
