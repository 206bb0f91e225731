package studio.selfsame.identity;

import java.util.UUID;

/** A person known to the studio; not their name. */
public record PersonId(UUID value) {}
