package studio.selfsame.identity;

import java.util.UUID;

/** An organisation that works with talent. */
public record OrganisationId(UUID value) {}
