package studio.selfsame.consent;

import java.util.UUID;

/** One use that somebody asked for under a talent release. */
public record ReleaseUseId(UUID value) {}
