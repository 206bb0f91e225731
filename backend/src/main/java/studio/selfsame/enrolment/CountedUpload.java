package studio.selfsame.enrolment;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.apache.commons.codec.digest.DigestUtils;
import studio.selfsame.problem.ProblemException;

/** Passes an upload on as it comes, counting and hashing; stops as soon as it is too large. */
public final class CountedUpload {
    private static final int BUFFER = 64 * 1024;

    private final InputStream upload;
    private final UploadLimit limit;
    private final MessageDigest digest = DigestUtils.getSha256Digest();
    private long bytes;

    public CountedUpload(InputStream upload, UploadLimit limit) {
        this.upload = upload;
        this.limit = limit;
    }

    /**
     * @throws ProblemException when the upload is empty, too large or breaks off
     * @throws IOException when {@code out} cannot be written
     */
    public void transferTo(OutputStream out) throws IOException {
        byte[] buffer = new byte[BUFFER];
        for (int count = read(buffer); count >= 0; count = read(buffer)) {
            bytes += count;
            if (bytes > limit.maxBytes()) {
                throw limit.tooLarge();
            }
            digest.update(buffer, 0, count);
            out.write(buffer, 0, count);
        }
        if (bytes == 0) {
            throw ProblemException.unusable(
                    limit.stage(), "The file is empty.", "Nothing was stored.", "Choose the file again.");
        }
    }

    public long bytes() {
        return bytes;
    }

    /** Of everything passed on; to be asked once, at the end. */
    public String sha256Hex() {
        return HexFormat.of().formatHex(digest.digest());
    }

    private int read(byte[] buffer) {
        try {
            return upload.read(buffer);
        } catch (IOException e) {
            throw ProblemException.unusable(
                    limit.stage(),
                    "The upload broke off after %,d bytes.".formatted(bytes),
                    "Nothing was stored.",
                    "Send the file again.");
        }
    }
}
