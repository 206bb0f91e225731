package studio.selfsame.enrolment;

import java.util.UUID;

/** Names one enrolment of footage. */
public record EnrolmentId(UUID value) {}
