package studio.selfsame.performance;

import java.util.UUID;

/** Names a performance. */
public record PerformanceId(UUID value) {}
