package studio.selfsame.release;

import java.util.UUID;

/** One talent release, through all its versions. */
record ReleaseId(UUID value) {}
