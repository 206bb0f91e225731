package studio.selfsame.work;

import java.util.UUID;

/** A row of long work. */
public record WorkId(UUID value) {}
