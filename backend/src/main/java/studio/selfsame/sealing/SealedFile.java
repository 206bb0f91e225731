package studio.selfsame.sealing;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A file in scratch, read back and not yet delivered.
 *
 * @param found what it bears; only a whole one is delivered
 * @param disclosure there for a whole one
 */
record SealedFile(
        String outputId,
        Path file,
        long bytes,
        String fileSha256,
        String manifestSha256,
        SelfVerification.Found found,
        Optional<OutputDisclosure> disclosure) {}
