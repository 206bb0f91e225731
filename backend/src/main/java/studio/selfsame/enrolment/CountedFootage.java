package studio.selfsame.enrolment;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import studio.selfsame.problem.ProblemException;

/** Passes an upload on as it comes, counting and hashing; stops as soon as it is too large. */
final class CountedFootage {
    private static final int BUFFER = 64 * 1024;

    private final InputStream upload;
    private final long maxBytes;
    private final MessageDigest digest = sha256();
    private long bytes;

    CountedFootage(InputStream upload, long maxBytes) {
        this.upload = upload;
        this.maxBytes = maxBytes;
    }

    /**
     * @throws ProblemException when the upload is empty, too large or breaks off
     * @throws IOException when {@code out} cannot be written
     */
    void transferTo(OutputStream out) throws IOException {
        byte[] buffer = new byte[BUFFER];
        for (int count = read(buffer); count >= 0; count = read(buffer)) {
            bytes += count;
            if (bytes > maxBytes) {
                throw tooLarge(maxBytes);
            }
            digest.update(buffer, 0, count);
            out.write(buffer, 0, count);
        }
        if (bytes == 0) {
            throw ProblemException.unusable(
                    "enrolment", "The file is empty.", "Nothing was stored.", "Choose the video file again.");
        }
    }

    long bytes() {
        return bytes;
    }

    String sha256Hex() {
        return HexFormat.of().formatHex(digest.digest());
    }

    static ProblemException tooLarge(long maxBytes) {
        return ProblemException.unusable(
                "enrolment",
                "The file is larger than %,d MB.".formatted(maxBytes / 1_000_000),
                "Nothing was stored.",
                "Cut it shorter or save it at a lower bit rate: one to three minutes are plenty.");
    }

    private int read(byte[] buffer) {
        try {
            return upload.read(buffer);
        } catch (IOException e) {
            throw ProblemException.unusable(
                    "enrolment",
                    "The upload broke off after %,d bytes.".formatted(bytes),
                    "Nothing was stored.",
                    "Send the file again.");
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
