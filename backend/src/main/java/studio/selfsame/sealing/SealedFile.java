package studio.selfsame.sealing;

import java.nio.file.Path;

/** A verified file in scratch, not yet delivered. */
record SealedFile(String outputId, Path file, long bytes, String fileSha256, String manifestSha256) {}
