package studio.selfsame.sealing;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that an operator has to look after; ids and codes only.
 *
 * @param subject id of what it is about
 * @param acknowledgedAt null while nobody has looked after it
 */
record OperatorAlert(
        UUID id,
        AlertKind kind,
        String subject,
        List<String> details,
        Instant raisedAt,
        @Nullable Instant acknowledgedAt) {}
