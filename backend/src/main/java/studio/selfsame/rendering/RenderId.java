package studio.selfsame.rendering;

import java.util.UUID;

/** Names a render job, and the output it becomes. */
public record RenderId(UUID value) {}
