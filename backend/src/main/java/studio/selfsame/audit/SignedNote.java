package studio.selfsame.audit;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * A C2SP signed note.
 *
 * @param text what is signed, with its last line feed
 */
record SignedNote(String text, List<Signature> signatures) {
    static final String DASH = "\u2014 ";
    private static final int MOST_CHARACTERS = 1 << 16;
    private static final int KEY_ID_BYTES = 4;

    /**
     * One signature line.
     *
     * @param line as it stands in the note, without line feed
     * @param keyId four bytes
     */
    record Signature(String line, String name, byte[] keyId, byte[] signature) {
        static Signature parse(String line) {
            var words = line.split(" ", -1);
            if (words.length != 3 || !line.startsWith(DASH) || words[1].isEmpty() || words[1].contains("+")) {
                throw new IllegalArgumentException("not a signature line: " + shown(line));
            }
            var bytes = Base64.getDecoder().decode(words[2]);
            if (bytes.length <= KEY_ID_BYTES) {
                throw new IllegalArgumentException("a signature line without signature: " + shown(line));
            }
            return new Signature(
                    line,
                    words[1],
                    Arrays.copyOf(bytes, KEY_ID_BYTES),
                    Arrays.copyOfRange(bytes, KEY_ID_BYTES, bytes.length));
        }

        static String line(String name, byte[] keyId, byte[] signature) {
            var bytes = ByteBuffer.allocate(KEY_ID_BYTES + signature.length)
                    .put(keyId)
                    .put(signature)
                    .array();
            return DASH + name + " " + Base64.getEncoder().encodeToString(bytes);
        }
    }

    /** @throws IllegalArgumentException when it is not a signed note, or one of more than 65,536 characters */
    static SignedNote parse(String note) {
        int end = note.lastIndexOf("\n\n");
        if (note.length() > MOST_CHARACTERS
                || end < 0
                || !note.endsWith("\n")
                || note.chars().anyMatch(c -> c < ' ' && c != '\n')) {
            throw new IllegalArgumentException("not a signed note");
        }
        return new SignedNote(note.substring(0, end + 1), signatures(note.substring(end + 2)));
    }

    static List<Signature> signatures(String lines) {
        var signatures = new ArrayList<Signature>();
        lines.lines().forEach(line -> signatures.add(Signature.parse(line)));
        return signatures;
    }

    /** Whether there is a signature by the key that verifies, and none that does not. */
    boolean isSignedBy(VerifierKey key) {
        var lines = signatures.stream().filter(key::isNamedBy).toList();
        return !lines.isEmpty() && lines.stream().allMatch(line -> key.verifies(text, line));
    }

    private static String shown(String line) {
        return "`" + line.substring(0, Math.min(line.length(), 80)) + "`";
    }
}
