package studio.selfsame.vault;

import java.util.UUID;

/** Names a data key; the key itself never leaves the vault. */
public record DataKeyId(UUID value) {}
