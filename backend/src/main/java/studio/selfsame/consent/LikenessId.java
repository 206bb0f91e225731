package studio.selfsame.consent;

import java.util.UUID;

/** Names a likeness from the moment consent to create it is asked. */
public record LikenessId(UUID value) {}
