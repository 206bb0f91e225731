package studio.selfsame.sealing;

import java.nio.file.Path;

/**
 * A file in scratch, read back and not yet delivered.
 *
 * @param found what it bears; only a whole one is delivered
 */
record SealedFile(
        String outputId,
        Path file,
        long bytes,
        String fileSha256,
        String manifestSha256,
        SelfVerification.Found found) {}
