package studio.selfsame.enrolment;

import java.util.UUID;

/** Names a recording that was compared with a portrait. */
public record RecordingId(UUID value) {}
