package studio.selfsame.audit;

import java.io.ByteArrayOutputStream;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Tiles and bundles out of the database; hashes and commitments only, which say nothing about what was recorded. */
@Component
class Tiles {
    private final AuditRows rows;

    Tiles(AuditRows rows) {
        this.rows = rows;
    }

    /** The bytes there, once the tree has grown that far. */
    Optional<byte[]> read(TilePath path) {
        long from = path.index() * TilePath.FULL;
        if (path.level() == TilePath.ENTRIES) {
            return rows.size() < from + path.width() ? Optional.empty() : Optional.of(bundle(from, path.width()));
        }
        var hashes = rows.hashes(8 * path.level(), from, path.width());
        if (hashes.size() < path.width()) {
            return Optional.empty();
        }
        var bytes = new ByteArrayOutputStream(path.width() * Sha256.BYTES);
        hashes.forEach(bytes::writeBytes);
        return Optional.of(bytes.toByteArray());
    }

    /** Commitments, each behind its length; nothing of the length 0 where an entry was torn out. */
    byte[] bundle(long from, int width) {
        var bytes = new ByteArrayOutputStream();
        long next = from;
        for (var entry : rows.entries(from, width)) {
            torn(bytes, entry.index() - next);
            bytes.write(0);
            bytes.write(entry.commitment().length);
            bytes.writeBytes(entry.commitment());
            next = entry.index() + 1;
        }
        torn(bytes, from + width - next);
        return bytes.toByteArray();
    }

    private static void torn(ByteArrayOutputStream bytes, long entries) {
        for (long i = 0; i < entries; i++) {
            bytes.write(0);
            bytes.write(0);
        }
    }
}
